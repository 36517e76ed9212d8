import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { batchesOf, ledgerFile, LedgerTooLong, type LedgerForm } from './ledger-file.js';

interface Line {
  readonly id: string;
}

const FORM: LedgerForm<Line> = {
  name: { ja: '台帳', en: 'Ledger' },
  plainName: 'ledger',
  columns: [{ header: { ja: '番号', en: 'Number' }, width: 10, cell: ({ id }) => id }],
};

/** A ledger of so many lines, and how many of them were read. */
function ledgerOf(length: number) {
  const seen = { lines: 0 };
  const batches = batchesOf((afterId, limit) => {
    const start = afterId === undefined ? 0 : Number(afterId) + 1;
    const lines = Array.from({ length: Math.max(0, Math.min(limit, length - start)) }, (_, at) => ({
      id: String(start + at),
    }));
    seen.lines += lines.length;
    return Promise.resolve(lines);
  });
  return { seen, batches };
}

describe('a ledger as a file', () => {
  it.each([0, 1, 499, 500, 501, 1000, 1001])('holds each of %d lines once', async (length) => {
    const file = await ledgerFile(FORM, 'csv', 'ja', ledgerOf(length).batches);
    const lines = (await text(file.getStream())).split('\r\n').slice(1, -1);

    expect(lines).toEqual(Array.from({ length }, (_, at) => String(at)));
  });

  it('is read as CSV no faster than it is taken', async () => {
    const { seen, batches } = ledgerOf(1_000_000);
    const stream = (await ledgerFile(FORM, 'csv', 'ja', batches)).getStream();
    stream.read();
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(seen.lines).toBeLessThan(200_000);
    stream.destroy();
  });

  it('is refused as a workbook past what one is made for, and not read to its end', async () => {
    const { seen, batches } = ledgerOf(1_000_000);

    await expect(ledgerFile(FORM, 'xlsx', 'ja', batches)).rejects.toBeInstanceOf(LedgerTooLong);
    expect(seen.lines).toBeLessThan(21_000);
  });

  it('fails before anything is sent where its beginning cannot be read', async () => {
    const batches = batchesOf<Line>(() => Promise.reject(new Error('lost')));
    await expect(ledgerFile(FORM, 'csv', 'ja', batches)).rejects.toThrow('lost');
  });
});
