import type { CustomFetch } from 'openid-client';

/** What a provider tells is a few kilobytes. */
const MOST_BYTES = 512 * 1024;

/** Fetches what does not grow without end. @throws TypeError where it is more, as where it cannot be fetched */
export const boundedFetch: CustomFetch = async (url, options) => {
  const response = await fetch(url, options as RequestInit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new TypeError('The answer is too long');
    chunks.push(chunk);
  }
  return new Response(Buffer.concat(chunks), response);
};
