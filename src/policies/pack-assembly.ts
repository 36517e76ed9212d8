import { basename } from 'node:path';

import type { Pack } from './domain/pack.js';
import { inconsistencies } from './domain/pack-consistency.js';
import type { PackFault } from './domain/pack-fault.js';
import {
  EMPTY_LAYER,
  inDocumentOrder,
  mergeLayers,
  type PackDraft,
  type PackLayer,
  withImpliedFields,
} from './domain/pack-merge.js';
import { brokenReferences } from './domain/pack-references.js';
import { withRolesMapped } from './domain/pack-roles.js';
import { withWords } from './domain/pack-words.js';
import { fileFault, type PackFileFault } from './pack-invalid.js';
import { entriesOf, placing } from './pack-origins.js';
import { faultsOfCompleteness, faultsOfForm, isCompletePack, missingField } from './pack-schema.js';
import type { PackSource } from './pack-source.js';

/** The file of a pack folder that names the pack. */
export const HEAD = 'pack.yaml';
const NAME_FIELDS = ['id', 'version'];
const HEAD_FIELDS = [...NAME_FIELDS, 'extends'];

export function isHead({ file }: PackSource): boolean {
  return basename(file) === HEAD;
}

/** What is wrong in the files of one folder before they are merged with anything. */
export function faultsOfFolder(sources: readonly PackSource[]): readonly PackFileFault[] {
  return [
    ...sources.flatMap((source) => [
      ...faultsOfForm(source.sections).map(({ path, reason }) => ({
        file: source.file,
        line: source.lineAt(path),
        reason,
      })),
      ...(isHead(source) ? namelessness(source) : misplacedNames(source)),
    ]),
    ...repetitions(sources),
  ];
}

function namelessness({ file, sections }: PackSource): readonly PackFileFault[] {
  return NAME_FIELDS.filter((field) => !(field in sections)).map((field) => ({
    file,
    line: 1,
    reason: missingField(field),
  }));
}

function misplacedNames({ file, sections, lineAt }: PackSource): readonly PackFileFault[] {
  return HEAD_FIELDS.filter((field) => field in sections).map((field) =>
    fileFault(
      file,
      lineAt([field]),
      `「${field}」は ${HEAD} にだけ書けます。`,
      `"${field}" belongs in ${HEAD} only`,
    ),
  );
}

function repetitions(sources: readonly PackSource[]): readonly PackFileFault[] {
  const seen = new Set<string>();
  const faults: PackFileFault[] = [];
  for (const { file, sections, lineAt } of sources) {
    for (const { name, path } of entriesOf(sections)) {
      if (seen.has(name)) {
        const ja = `「${name}」が同じパックの中で重複しています。`;
        faults.push(fileFault(file, lineAt(path), ja, `"${name}" is given twice in the pack`));
      }
      seen.add(name);
    }
  }
  return faults;
}

/** The pack that files make together, parents first, and what is wrong with it as a whole. */
export function assemble(
  sources: readonly PackSource[],
  head: PackSource,
): { readonly pack: Pack | undefined; readonly faults: readonly PackFileFault[] } {
  const merged = sources.map(({ sections }) => sections).reduce(mergeLayers, EMPTY_LAYER);
  const incomplete = faultsOfCompleteness(merged);
  const sound = withoutItemsAt(merged, incomplete);
  const pack = isCompletePack(sound) ? completed(sound) : undefined;
  const place = placing(sources, head);
  return {
    pack: pack && inDocumentOrder(pack),
    faults: [
      ...[...incomplete, ...brokenReferences(merged)].map((fault) => place(merged, fault)),
      ...(pack === undefined ? [] : inconsistencies(pack)).map((fault) => place(sound, fault)),
    ],
  };
}

/** The pack as the product reads it: in the body's words, with its roles, and nothing left implied. */
function completed(draft: PackDraft): Pack {
  return withImpliedFields(withRolesMapped(withWords(draft)));
}

/** Items of unsound form cannot be looked into; the others still can. */
function withoutItemsAt(merged: PackLayer, faults: readonly PackFault[]): PackLayer {
  const unsound = new Set(faults.map(({ path }) => path.slice(0, 2).join('/')));
  return Object.fromEntries(
    Object.entries(merged).map(([section, content]) => [
      section,
      Array.isArray(content)
        ? content.filter((_, index) => !unsound.has(`${section}/${String(index)}`))
        : content,
    ]),
  );
}
