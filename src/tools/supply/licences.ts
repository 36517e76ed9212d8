import type { Component, Licence } from './bill.js';

/** What may be part of the product: it asks for no more than naming the authors or, of MPL-2.0, sharing changes of the file itself. */
const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
]);

/** The licences of a component, as they are listed; a choice between several is one of them. */
export function licencesOf({ licenses = [] }: Component): readonly string[] {
  return licenses.map(nameOf);
}

/** A line for every component whose licence is unknown, or is not one somebody decided to allow. */
export function licenceFaults(components: readonly Component[]): readonly string[] {
  return components.flatMap((component) => {
    const found = licencesOf(component);
    const name = `${component.name}@${component.version}`;
    if (found.length === 0) return [`${name} names no licence`];
    return found
      .filter((licence) => !ALLOWED.has(licence))
      .map((licence) => `${name} is under ${licence}`);
  });
}

function nameOf(licence: Licence): string {
  if ('expression' in licence) return licence.expression;
  return licence.license.id ?? licence.license.name ?? 'a licence without a name';
}
