import { expect } from 'vitest';
import type { Client } from '../support/api.js';

/** Reads a list to its end by its cursors and tells its pages, as ids. */
export async function pagesOf(client: Client, url: string): Promise<string[][]> {
  const pages: string[][] = [];
  let after = '';
  do {
    const { body } = await client.get(`${url}${after}`).expect(200);
    pages.push(body.items.map(({ id }: { readonly id: string }) => id));
    expect(pages.length).toBeLessThan(20);
    after = body.nextCursor === null ? '' : `&after=${String(body.nextCursor)}`;
  } while (after !== '');
  return pages;
}
