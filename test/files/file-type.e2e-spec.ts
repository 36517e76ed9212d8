import { strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import { JPEG, lyingIn, office, openDocument, PDF, PNG, TIFF, zipped } from './samples.js';

let service: TestService;
let client: Client;

beforeAll(async () => {
  service = await TestService.start();
  client = await (await service.town()).as('staff');
});
afterAll(() => service.stop());

/** 「報告」, in the encoding that Excel writes. */
const SHIFT_JIS = Buffer.from('95f18d900d0a', 'hex');
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('a file is kept as what its content is', () => {
  it.each([
    ['a.pdf', PDF, 'application/pdf'],
    ['a.docx', office('docx'), WORD],
    ['a.xlsx', office('xlsx'), expect.stringMatching('sheet$')],
    ['a.pptx', office('pptx'), expect.stringMatching('presentation$')],
    ['a.odt', openDocument('text'), 'application/vnd.oasis.opendocument.text'],
    ['a.ods', openDocument('spreadsheet'), 'application/vnd.oasis.opendocument.spreadsheet'],
    ['a.png', PNG, 'image/png'],
    ['a.jpg', JPEG, 'image/jpeg'],
    ['a.JPEG', JPEG, 'image/jpeg'],
    ['a.tiff', TIFF, 'image/tiff'],
    ['a.csv', Buffer.from('\uFEFF番号,名称\r\n1,"報告"\r\n'), 'text/csv'],
    ['a.txt', SHIFT_JIS, 'text/plain'],
    ['a.csv', SHIFT_JIS, 'text/csv'],
    ['weight.csv', Buffer.from('BMI,身長\r\n22,170\r\n'), 'text/csv'],
    ['old.csv', Buffer.from('MZ-700,1台\r\n'), 'text/csv'],
  ])('%s', async (name, content, mediaType) => {
    const { body } = await client.upload(name, content).expect(201);

    expect(body).toEqual(expect.objectContaining({ name, mediaType }));
  });
});

async function refusalOf(name: string, content: Buffer): Promise<Record<string, unknown>> {
  const before = [await everythingIn(service), await lyingIn(service)];
  const { body } = await client.upload(name, content).set('Accept-Language', 'en').expect(422);

  expect([await everythingIn(service), await lyingIn(service)]).toEqual(before);
  return body as Record<string, unknown>;
}

const EXE = Buffer.concat([Buffer.from('MZ\x90\0\x03', 'latin1'), Buffer.alloc(200)]);
const ELF = Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(200)]);
/** The container of old and of encrypted Office files. */
const CFB = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const BOMB = Buffer.alloc(80 * 1024 * 1024);

describe('a file is refused, naming what it was found to be', () => {
  it.each<[string, string, Buffer, string]>([
    ['a program', 'a.pdf', EXE, 'exe'],
    ['a program of Linux', 'a.csv', ELF, 'elf'],
    ['a page', 'a.txt', Buffer.from('\n <!DOCTYPE html><script>alert(1)</script>'), 'markup'],
    ['a page in a table', 'a.csv', Buffer.from('<html onload=alert(1)>'), 'markup'],
    [
      'a drawing that runs',
      'a.png',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'markup',
    ],
    ['XML', 'a.txt', Buffer.from('<?xml version="1.0"?><svg/>'), 'xml'],
    ['a script', 'a.txt', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'script'],
    ['a document with macros by its type', 'a.docx', office('docm'), 'docm'],
    ['the same under its own name', 'a.docm', office('docm'), 'docm'],
    [
      'a document with hidden macros',
      'a.docx',
      office('docx', { 'word/vbaProject.bin': [strToU8('x'), {}] }),
      'macros',
    ],
    [
      'a table with macros',
      'a.ods',
      openDocument('spreadsheet', { 'Basic/Standard/M.xml': strToU8('x') }),
      'macros',
    ],
    ['an encrypted document', 'a.docx', CFB, 'encrypted'],
    ['a drawing of OpenDocument', 'a.odt', openDocument('graphics'), 'odg'],
    ['an archive', 'a.docx', zipped({ 'a.txt': strToU8('x') }), 'zip'],
    [
      'an archive that expands beyond reason',
      'a.xlsx',
      office('xlsx', { 'xl/a.xml': [BOMB, { level: 9 }] }),
      'expands',
    ],
    ['a document cut in two', 'a.docx', office('docx').subarray(0, -30), 'broken'],
    ['noise', 'a.pdf', Buffer.from([0, 1, 2, 3, 250, 251, 252]), 'unknown'],
    ['text with a NUL', 'a.txt', Buffer.from('a\0b'), 'unknown'],
    ['text of no known encoding', 'a.txt', Buffer.from('ff00fe01', 'hex'), 'unknown'],
    ['text under the name of a program', 'a.js', Buffer.from('alert(1)'), 'js'],
    ['text without an ending', 'README', Buffer.from('x'), 'no ending'],
  ])('%s', async (_, name, content, found) => {
    const body = await refusalOf(name, content);

    expect(body.type).toBe('urn:mitodoke:problem:file.type-refused');
    expect((body.facts as { found: string }).found).toContain(found);
  });

  it.each<[string, Buffer, string, string]>([
    ['a.png', PDF, 'png', 'pdf'],
    ['a.pdf', office('docx'), 'pdf', 'docx'],
    ['a.docx', office('xlsx'), 'docx', 'xlsx'],
    ['a.pdf', Buffer.from('計算書'), 'pdf', 'txt'],
    ['a.pdf.exe', PDF, 'exe', 'pdf'],
    ['a', PNG, '', 'png'],
  ])('%s by an ending that its content contradicts', async (name, content, declared, found) => {
    expect(await refusalOf(name, content)).toMatchObject({
      type: 'urn:mitodoke:problem:file.name-contradicts',
      facts: { declared, found },
    });
  });
});
