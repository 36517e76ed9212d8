/** One step of a JSON pointer (RFC 6901) with the characters escaped that mean something in it. */
export function pointerToken(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
