import { deepStrictEqual } from 'node:assert';
import type { Load } from './load.js';
import type { Operation, Side } from './operation.js';

/** How long and how often is measured. */
export interface Plan {
  readonly rounds: number;
  readonly roundMs: number;
  readonly warmUpMs: number;
}

/** What an operation came to. */
export interface Result {
  readonly name: string;
  readonly rows: number;
  /** Requests a second, a number for each round. */
  readonly rates: Readonly<Record<Side, readonly number[]>>;
}

/** How many replies are compared before anything is measured. */
const COMPARED = 5;

/** Measures an operation at both sides in turn; who goes first changes with every round. */
export async function measure(
  operation: Operation,
  loads: Readonly<Record<Side, Load>>,
  { rounds, roundMs, warmUpMs }: Plan,
): Promise<Result> {
  const rows = await compare(operation, loads);
  const rates: Record<Side, number[]> = { bare: [], mitodoke: [] };
  for (const load of Object.values(loads)) await load.rate(operation, warmUpMs);
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? [loads.bare, loads.mitodoke] : [loads.mitodoke, loads.bare];
    for (const load of order) rates[load.side].push(await load.rate(operation, roundMs));
  }
  return { name: operation.name, rows, rates };
}

/** Both sides must tell the same, or the one with less to do would look faster. */
async function compare(
  operation: Operation,
  { bare, mitodoke }: Readonly<Record<Side, Load>>,
): Promise<number> {
  let rows = 0;
  for (let turn = 0; turn < COMPARED; turn += 1) {
    const expected = await bare.reply(operation, turn);
    const reply = await mitodoke.reply(operation, turn);
    deepStrictEqual(operation.substance(reply), operation.substance(expected), operation.name);
    rows = operation.rows(reply);
    if (rows < 1) throw new Error(`No row came for "${operation.name}"`);
  }
  return rows;
}
