import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { columnHeaded, COLUMNS, NOTES } from './article-columns.js';

const page = readFileSync('src/policies/PACKS.md', 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test.each(COLUMNS)('the page on packs heads the column $id as the product does', (column) => {
  const row = rows.find(([, ja]) => ja === column.heading.ja);
  expect(row?.[2]).toBe(column.heading.en);
  const also = row?.[3] === '' ? [] : row?.[3]?.split('、');
  expect(also).toEqual(column.also);
  expect(also?.map(columnHeaded)).toEqual(column.also.map(() => column.id));
});

test('the page on packs names the columns of notes', () => {
  for (const name of NOTES) expect(page).toContain(name);
});
