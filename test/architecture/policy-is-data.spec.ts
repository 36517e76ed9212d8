import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPack, listPackFolders } from '../../src/policies/pack-files.js';
import { DUTIES, type Pack } from '../../src/policies/domain/pack.js';
import { COURSES } from '../../src/engagements/domain/engagement-lifecycle.js';

const ROOT = join(import.meta.dirname, '../..');
const PACKS = join(ROOT, 'src/policies/packs');

/** A text in the code, not in its comments: a literal, a part of a template, or a name. */
interface Word {
  readonly file: string;
  readonly text: string;
}

let packs: readonly Pack[];
const words = wordsOfCode();

beforeAll(async () => {
  const folders = await listPackFolders(PACKS);
  packs = (await Promise.all(folders.map((folder) => readPack(folder)))).map(({ pack }) => pack);
});

describe('the policy is data: no code', () => {
  it('is overlooked, nor any of the five policies', () => {
    expect(words.length).toBeGreaterThan(10_000);
    expect(packs.filter(({ body }) => body !== undefined)).toHaveLength(5);
  });

  it('names a body', () => {
    const bodies = packs.flatMap(({ id, body }) =>
      body === undefined ? [] : [id, body.name.ja, ...body.name.en.split(' ').slice(0, 1)],
    );

    expect(uses(({ text }) => bodies.some((name) => hasWord(text, name)))).toEqual([]);
  });

  it('names an article, by key or as printed', () => {
    const keys = new Set(packs.flatMap(({ articles }) => articles.map(({ key }) => key)));
    const labels = packs.flatMap(({ articles }) => articles.map(({ label }) => label));
    const told = labels.filter((label) => /[(（]/.test(label));

    expect(keys.size).toBeGreaterThan(300);
    expect(
      uses(
        ({ text }) =>
          text.split(/[^A-Za-z0-9.-]+/).some((token) => keys.has(token.replace(/\.\d+$/, ''))) ||
          told.some((label) => text.includes(label)),
      ),
    ).toEqual([]);
  });

  it('of the service names a role', () => {
    const roles = new Set(packs.flatMap((pack) => pack.roles.map(({ id }) => id)));
    // Words of the product that a role shares its name with.
    for (const own of [...DUTIES, ...COURSES]) roles.delete(own);

    expect(roles.size).toBeGreaterThan(10);
    const isClient = ({ file }: Word): boolean => /^src\/(demo|sample|tools)\//.test(file);
    expect(uses((word) => roles.has(word.text) && !isClient(word))).toEqual([]);
  });
});

function uses(isOne: (word: Word) => boolean): string[] {
  return words.filter(isOne).map(({ file, text }) => `${file}: ${text}`);
}

function hasWord(text: string, name: string): boolean {
  return /^[\x20-\x7e]+$/.test(name)
    ? new RegExp(`\\b${name}\\b`, 'i').test(text)
    : text.includes(name);
}

/** Every word of the code but of the sample bodies, which are data that say what policy they run on. */
function wordsOfCode(): readonly Word[] {
  return readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.spec)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/src\/(sample\/|metadata\.ts$)/.test(path))
    .flatMap(wordsOf);
}

function wordsOf(path: string): readonly Word[] {
  const file = relative(ROOT, path);
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const found: Word[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) {
      found.push({ file, text: node.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
