import { readFileSync } from 'node:fs';

import { Ajv2020, type AnySchemaObject, type DefinedError } from 'ajv/dist/2020.js';

import type { Text } from './domain/pack.js';
import type { PackFault } from './domain/pack-fault.js';
import type { PackDraft } from './domain/pack-merge.js';

const SCHEMA = JSON.parse(
  readFileSync(new URL('./pack.schema.json', import.meta.url), 'utf8'),
) as AnySchemaObject & { readonly $id: string };

const ajv = new Ajv2020({
  allErrors: true,
  allowUnionTypes: true,
  verbose: true,
  strictTypes: false,
});
const isFile = ajv.compile(SCHEMA);
const isComplete = ajv.compile<PackDraft>({ $ref: `${SCHEMA.$id}#/$defs/completePack` });

/** What in one pack file breaks the schema; paths are those of the file. */
export function faultsOfForm(sections: unknown): readonly PackFault[] {
  return isFile(sections) ? [] : faultsFrom(isFile.errors);
}

/** What a merged pack lacks or has wrong. */
export function faultsOfCompleteness(merged: unknown): readonly PackFault[] {
  return isComplete(merged) ? [] : faultsFrom(isComplete.errors);
}

/** Whether a merged pack has all that an item needs, in its form. */
export function isCompletePack(merged: unknown): merged is PackDraft {
  return isComplete(merged);
}

function faultsFrom(errors: readonly unknown[] | null | undefined): readonly PackFault[] {
  return (
    (errors as readonly DefinedError[])
      // What follows an `if` reports for itself.
      .filter(({ keyword }) => keyword !== 'if')
      .map((error) => ({ path: pathOf(error), reason: reasonOf(error) }))
  );
}

function pathOf(error: DefinedError): PackFault['path'] {
  const path = error.instancePath.split('/').slice(1);
  return error.keyword === 'additionalProperties'
    ? [...path, error.params.additionalProperty]
    : path;
}

function reasonOf(error: DefinedError): Text {
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownField(error.params.additionalProperty);
    case 'required':
      return missingField(error.params.missingProperty);
    case 'type':
      // A union reports a list, though its declared type is text.
      return wrongType([error.params.type].flat());
    case 'enum':
      return notAllowed(JSON.stringify(error.data), error.params.allowedValues.join(', '));
    default: {
      const message = error.message ?? error.keyword;
      return { ja: `値が正しくありません（${message}）。`, en: `the value ${message}` };
    }
  }
}

/** The reason where a field has to be given. */
export function missingField(field: string): Text {
  return { ja: `必須の項目「${field}」がありません。`, en: `the field "${field}" is missing` };
}

function unknownField(field: string): Text {
  return { ja: `「${field}」という項目はありません。`, en: `unknown field "${field}"` };
}

function notAllowed(value: string, allowed: string): Text {
  return {
    ja: `値 ${value} は使えません。使える値は次のいずれかです：${allowed}`,
    en: `unknown value ${value}; it must be one of: ${allowed}`,
  };
}

function wrongType(types: readonly string[]): Text {
  return {
    ja: `値は${types.map((type) => TYPES_JA[type] ?? type).join('か')}でなければなりません。`,
    en: `the value must be of type ${types.join(' or ')}`,
  };
}

const TYPES_JA: Readonly<Record<string, string>> = {
  string: '文字列',
  integer: '整数',
  number: '数値',
  boolean: ' true・false ',
  array: 'リスト',
  object: '項目の組',
};
