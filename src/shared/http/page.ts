import { Type } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { createHash } from 'node:crypto';
import { isCalendarDate } from '../domain/calendar-date.js';
import { InvalidInput } from '../domain/domain-error.js';
import { canonicalJson } from '../domain/canonical-json.js';
import { isWellFormedText } from '../domain/well-formed-text.js';
import { isId } from './validators.js';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { MayBeLeftOut } from './validators.js';

export const PAGE_LIMIT = { default: 50, maximum: 200 } as const;

/** The part of a list query that is the same everywhere. */
export class PageQuery {
  /** How many rows at most; above 200 is refused, never cut silently. */
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 200, default: 50 })
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PAGE_LIMIT.maximum)
  limit: number = PAGE_LIMIT.default;

  /** `nextCursor` of the page before. It holds only for the same filter. */
  @ApiPropertyOptional({ type: 'string' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(1000)
  after?: string;
}

/** A page of a list, in a fixed and total order. */
export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/** Where a page begins: the sort key and id of the row before it. */
export interface Position {
  readonly key: string;
  readonly id: string;
}

/**
 * Reads the cursor of a query. It carries a hash of the filter, because with another filter the
 * position means nothing. Anyone can write a cursor, so its parts are checked like any input.
 *
 * @param isKey whether a text can be a sort key; needed where the key is not compared as a text
 * @throws InvalidInput where it is not a cursor or belongs to another filter
 */
export function positionAfter(
  query: PageQuery,
  isKey: (key: string) => boolean = isWellFormedText,
): Position | undefined {
  if (query.after === undefined) return undefined;
  const cursor = decode(query.after);
  const isOurs = cursor?.filter === filterHash(query) && isKey(cursor.key) && isId(cursor.id);
  if (!isOurs) {
    throw new InvalidInput([
      {
        parameter: 'after',
        detail: {
          ja: 'この条件の続きではありません。同じ条件の nextCursor を指定してください。',
          en: 'Not a cursor of this filter; use the nextCursor of the same query.',
        },
      },
    ]);
  }
  return { key: cursor.key, id: cursor.id };
}

/** Whether a key is an instant as lists write it, for a list in the order of time. */
export function isInstantKey(key: string): boolean {
  return INSTANT.test(key) && isCalendarDate(key.slice(0, 10));
}

const INSTANT = /^.{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3,6}Z$/;

/** Cuts rows fetched with one more than the limit into a page. */
export function pageOf<Row, Item>(
  query: PageQuery,
  rows: readonly Row[],
  shape: { position: (row: Row) => Position; item: (row: Row) => Item },
): Page<Item> {
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const more = rows.length > query.limit && last !== undefined;
  return {
    items: shown.map(shape.item),
    nextCursor: more ? encode(shape.position(last), query) : null,
  };
}

/**
 * Cuts a page out of a list that is held whole, in its own order.
 *
 * @param list its items, each with a key of its own, and the id of what they belong to
 * @throws InvalidInput as `positionAfter`
 */
export function pageOfList<Item>(
  query: PageQuery,
  list: { readonly id: string; readonly items: readonly Item[] },
  keyOf: (item: Item) => string,
): Page<Item> {
  const after = positionAfter(query);
  const start = list.items.findIndex((item) => keyOf(item) === after?.key) + 1;
  return pageOf(query, list.items.slice(start, start + query.limit + 1), {
    position: (item) => ({ key: keyOf(item), id: list.id }),
    item: (item) => item,
  });
}

function encode({ key, id }: Position, query: PageQuery): string {
  return Buffer.from(JSON.stringify([key, id, filterHash(query)])).toString('base64url');
}

function decode(cursor: string): (Position & { readonly filter: string }) | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 3) return undefined;
    const [key, id, filter] = parts as unknown[];
    const areTexts = [key, id, filter].every((part) => typeof part === 'string');
    return areTexts ? { key: String(key), id: String(id), filter: String(filter) } : undefined;
  } catch {
    return undefined;
  }
}

function filterHash(query: PageQuery): string {
  const filter = Object.entries(query).filter(([name]) => name !== 'after' && name !== 'limit');
  return createHash('sha256')
    .update(canonicalJson(Object.fromEntries(filter)))
    .digest('base64url')
    .slice(0, 16);
}
