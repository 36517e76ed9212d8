import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { ENGAGEMENT_FACTS } from './domain/pack.js';
import { faultsOfForm } from './pack-schema.js';

interface Part {
  readonly $ref?: string;
  readonly items?: Part;
  readonly properties?: Readonly<Record<string, Part>>;
  readonly enum?: readonly string[];
}

const schema = JSON.parse(
  readFileSync(new URL('./pack.schema.json', import.meta.url), 'utf8'),
) as Part & { readonly $defs: Readonly<Record<string, Part>> };
const page = readFileSync(new URL('./PACKS.md', import.meta.url), 'utf8');

/** The part of the page under the heading of a section. */
function under(section: string): string {
  return page.split(/^### /m).find((part) => part.split('\n')[0]?.includes(`\`${section}\``)) ?? '';
}

/** Each section with each field of its items, or of its own. */
const FIELDS = Object.entries(schema.properties ?? {}).flatMap(([section, part]) => {
  const name = (part.items ?? part).$ref?.split('/').at(-1) ?? '';
  const { properties = {} } = name === 'text' ? {} : (schema.$defs[name] ?? part);
  return Object.keys(properties).map((field) => [section, field] as const);
});

function isUntold(text: string): boolean {
  return !page.includes(text);
}

describe('the page on writing packs', () => {
  test.each(Object.keys(schema.properties ?? {}))('has a section on %s', (section) => {
    expect(under(section)).not.toBe('');
  });

  test.each(FIELDS)('tells under %s of the field %s', (section, field) => {
    expect(under(section).includes(`\`${field}\``)).toBe(true);
  });

  test.each(Object.keys(schema.$defs).filter((name) => name !== 'completePack'))(
    'speaks of %s and all its fields',
    (name) => {
      const fields = Object.keys(schema.$defs[name]?.properties ?? {});
      expect([name, ...fields.map((field) => `\`${field}\``)].filter(isUntold)).toEqual([]);
    },
  );

  test('names every value that is one of a list', () => {
    const values = Object.values(schema.$defs).flatMap(({ properties }) =>
      Object.values(properties ?? {}).flatMap((field) => field.enum ?? field.items?.enum ?? []),
    );
    expect(values.length).toBeGreaterThan(50);
    expect(values.filter((value) => isUntold(`\`${value}\``))).toEqual([]);
  });

  test('names only facts there are', () => {
    const [, told = ''] = /：`ENGAGEMENT_FACTS`（(.*?)）。/s.exec(page) ?? [];
    const facts: readonly string[] = ENGAGEMENT_FACTS;
    const named = [...told.matchAll(/`([a-z-]+)`/g)].map(([, fact = '']) => fact);
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((fact) => !facts.includes(fact))).toEqual([]);
  });

  test('shows files of the right form', () => {
    const samples = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text = '']) => text);
    expect(samples).toHaveLength(2);
    expect(samples.flatMap((text) => faultsOfForm(parse(text)))).toEqual([]);
  });
});
