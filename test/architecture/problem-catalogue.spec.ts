import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '../../src/shared/domain/domain-error.js';
import { edgeProblem } from '../../src/shared/http/problem.js';

const JAPANESE = /[ぁ-んァ-ヶ一-龠]/;
const EDGE_STATUSES = [400, 401, 403, 404, 405, 408, 412, 413, 414, 415, 428, 429, 431, 500];

/** What the edge says by itself it says with the words of the domain. */
const SHARED_WITH_EDGE = ['request.invalid', 'resource.not-found', 'resource.stale'];

interface Entry {
  readonly name: string;
  readonly file: string;
  readonly error: DomainError;
}

let catalogue: Entry[];

beforeAll(async () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => join('src', file))
    .filter((file) => readFileSync(file, 'utf8').includes('extends DomainError'));
  const entries = await Promise.all(files.map(entriesOf));
  catalogue = entries.flat();
});

async function entriesOf(file: string): Promise<Entry[]> {
  const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  return Object.entries(module).flatMap(([name, exported]) =>
    isErrorClass(exported) ? [{ name, file, error: new exported(anything(), anything()) }] : [],
  );
}

type ErrorClass = new (...args: unknown[]) => DomainError;

function isErrorClass(value: unknown): value is ErrorClass {
  return typeof value === 'function' && value.prototype instanceof DomainError;
}

/** Stands for whatever a constructor asks for: every member of it is the same, and it reads as `x`. */
function anything(): unknown {
  const stand = new Proxy(() => undefined, {
    get: (_, name): unknown => {
      if (name === Symbol.toPrimitive) return () => 'x';
      if (name === Symbol.iterator) return [][Symbol.iterator].bind([]);
      return stand;
    },
    apply: () => stand,
  });
  return stand;
}

describe('every refusal of the domain', () => {
  it('is exported, so that it can be told apart', () => {
    const declared = catalogue.map(({ file }) => file);
    const sources = new Set(declared);
    const classes = [...sources].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/class (\w+) extends DomainError/g)].map(
        ([, name]) => name,
      ),
    );

    expect(catalogue.length).toBeGreaterThan(7);
    expect(catalogue.map(({ name }) => name).sort()).toEqual(classes.sort());
  });

  it('has a stable code of a thing and what is the matter with it', () => {
    const odd = catalogue.filter(({ error }) => !/^[a-z-]+\.[a-z-]+$/.test(error.code));

    expect(odd.map(({ name }) => name)).toEqual([]);
  });

  it('has a code of its own', () => {
    const codes = catalogue.map(({ error }) => error.code);

    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  it('has a title in both languages', () => {
    for (const { name, error } of catalogue) {
      expect(error.title.ja, name).toMatch(JAPANESE);
      expect(error.title.en, name).toMatch(/^[A-Z][^ぁ-んァ-ヶ一-龠。]*[^.]$/);
    }
  });
});

describe('every problem of the edge', () => {
  it.each(EDGE_STATUSES)('%i is described in both languages', (status) => {
    const { code, title, detail } = edgeProblem(status);

    expect(edgeProblem(status).status).toBe(status);
    expect(code).toMatch(/^[a-z-]+\.[a-z-]+$/);
    for (const text of [title, detail]) {
      expect(text.ja).toMatch(JAPANESE);
      expect(text.en).not.toMatch(JAPANESE);
    }
  });

  it('has a code of its own, or the title of the refusal whose code it has', () => {
    const edge = EDGE_STATUSES.map(edgeProblem);
    const shared = catalogue.filter(({ error }) => edge.some(({ code }) => code === error.code));

    expect(new Set(edge.map(({ code }) => code)).size).toBe(edge.length);
    expect(shared.map(({ error }) => error.code).sort()).toEqual(SHARED_WITH_EDGE);
    for (const { error } of shared) {
      expect(edge.find(({ code }) => code === error.code)?.title).toEqual(error.title);
    }
  });

  it('that has no description is a bad request or a failure', () => {
    expect(edgeProblem(418).status).toBe(400);
    expect(edgeProblem(503).status).toBe(500);
  });
});
