import { BY_GRAVITY, UNPROVEN } from './domain/gravity.js';

const ORDER = `ARRAY[${BY_GRAVITY.map((state) => `'${state}'`).join(', ')}]`;

/** `gravestOf` as a SQL aggregate over a column of states. */
export function gravestSql(state: string): string {
  return `(${ORDER})[min(array_position(${ORDER}, ${state}))]`;
}

/** How many rows stand how, as the members of a JSON object. */
export function countsSql(state: string): string {
  const unproven = UNPROVEN.map((each) => `'${each}'`).join(', ');
  const members = BY_GRAVITY.map((each) => {
    const name = each === 'not-applicable' ? 'notApplicable' : each;
    return `'${name}', count(*) FILTER (WHERE ${state} = '${each}')`;
  });
  return [...members, `'unproven', count(*) FILTER (WHERE ${state} IN (${unproven}))`].join(', ');
}
