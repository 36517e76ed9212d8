import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { pinEntryTimes } from './zip.js';

const ENTRIES = { 'a.xml': Buffer.from('first'), '目次.xml': Buffer.from('second') };

function zipOf(mtime: string): Buffer {
  return Buffer.from(zipSync(ENTRIES, { mtime: new Date(mtime) }));
}

describe('pinEntryTimes', () => {
  it('makes files written at different times the same', () => {
    const earlier = pinEntryTimes(zipOf('2026-04-01T10:00:00'));
    expect(earlier).toEqual(pinEntryTimes(zipOf('2031-12-31T23:59:58')));
  });

  it('leaves the contents as they were', () => {
    const entries = unzipSync(pinEntryTimes(zipOf('2026-04-01T10:00:00')));
    expect(Buffer.from(entries['目次.xml'] ?? [])).toEqual(ENTRIES['目次.xml']);
  });

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['another file', Buffer.alloc(100)],
  ])('refuses %s', (_case, file) => {
    expect(() => pinEntryTimes(file)).toThrow(RangeError);
  });
});
