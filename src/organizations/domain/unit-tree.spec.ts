import { expect, test } from 'vitest';
import { refuseCircle, UnitUnderItself, type PlacedUnit } from './unit-tree.js';

const UNITS: readonly PlacedUnit[] = [
  { id: 'department', parentId: null },
  { id: 'section', parentId: 'department' },
  { id: 'team', parentId: 'section' },
  { id: 'other', parentId: null },
];

test.each([
  ['section', 'other'],
  ['team', 'department'],
  ['other', 'team'],
])('%s can be placed under %s', (id, parentId) => {
  expect(() => {
    refuseCircle(UNITS, id, parentId);
  }).not.toThrow();
});

test.each([
  ['section', 'section'],
  ['department', 'section'],
  ['department', 'team'],
])('%s cannot be placed under %s', (id, parentId) => {
  expect(() => {
    refuseCircle(UNITS, id, parentId);
  }).toThrow(UnitUnderItself);
});
