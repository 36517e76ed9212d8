import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

type Parts = Record<string, Uint8Array>;

/** A workbook with the XML of its parts changed; a part that becomes null is gone. */
export function repacked(
  file: Uint8Array,
  change: (xml: string, name: string) => string | null,
  added: Readonly<Record<string, string>> = {},
): Buffer {
  const parts: Parts = {};
  for (const [name, content] of Object.entries(unzipSync(file))) {
    const xml = change(strFromU8(content), name);
    if (xml !== null) parts[name] = strToU8(xml);
  }
  for (const [name, xml] of Object.entries(added)) parts[name] = strToU8(xml);
  return Buffer.from(zipSync(parts));
}

/** One sheet of a workbook changed in its XML. */
export function edited(file: Uint8Array, edit: (xml: string) => string, sheet = 1): Buffer {
  const path = `xl/worksheets/sheet${String(sheet)}.xml`;
  return repacked(file, (xml, name) => (name === path ? edit(xml) : xml));
}

/** What a gateway into LGWAN leaves of a workbook: the values of its cells. */
export function cleaned(file: Uint8Array): Buffer {
  return repacked(file, (xml, name) => {
    if (name === 'xl/styles.xml') return null;
    if (name.endsWith('.rels')) return xml.replace(/<Relationship [^<>]*styles[^<>]*>/g, '');
    if (name === '[Content_Types].xml') return xml.replace(/<Override [^<>]*styles[^<>]*>/g, '');
    return xml
      .replace(/<dataValidations.*?<\/dataValidations>/s, '')
      .replace(/<sheetProtection[^<>]*>/, '')
      .replace(/<sheetViews>.*?<\/sheetViews>/s, '')
      .replace(/<cols>.*?<\/cols>/s, '')
      .replace(/<definedNames>.*?<\/definedNames>/s, '')
      .replace(/(<c [^<>]*?) s="\d+"/g, '$1');
  });
}
