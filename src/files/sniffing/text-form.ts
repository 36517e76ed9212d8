import { createReadStream } from 'node:fs';
import type { Text } from '../../shared/domain/text.js';
import { codeOf, isPlainText, TELLING_CHARACTERS } from '../domain/plain-text.js';

/** The encodings tables and memos come in; in Japan those of Excel in the second. */
const ENCODINGS = ['utf-8', 'shift_jis'] as const;

type Decoder = InstanceType<typeof TextDecoder>;

/** What a text is: plain, or something that is told. */
export type TextForm = 'plain' | Text;

/** Reads a file to its end as text; undefined where it is text in none of the encodings. */
export async function textForm(path: string): Promise<TextForm | undefined> {
  for (const encoding of ENCODINGS) {
    const beginning = await beginningOfText(path, new TextDecoder(encoding, { fatal: true }));
    if (beginning !== undefined) return codeOf(beginning) ?? 'plain';
  }
  return undefined;
}

/** The first characters of a text; undefined where any of it is none. */
async function beginningOfText(path: string, decoder: Decoder): Promise<string | undefined> {
  let beginning = '';
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    const part = decoded(decoder, bytes);
    if (part === undefined || !isPlainText(part)) return undefined;
    if (beginning.length < TELLING_CHARACTERS) beginning += part.slice(0, TELLING_CHARACTERS);
  }
  return decoded(decoder) === undefined ? undefined : beginning;
}

/** The next part; without bytes, what is left over. */
function decoded(decoder: Decoder, bytes?: Buffer): string | undefined {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    return undefined;
  }
}
