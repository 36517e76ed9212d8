/**
 * The one text of a plain JSON value that any two systems agree on, to be hashed (RFC 8785): keys in
 * the order of their UTF-16 code units, no white space. Members that are undefined are left out, as
 * JSON has none.
 * @throws TypeError for what JSON cannot carry as it is: a Date, Map or other class instance, NaN,
 * a bigint, an undefined element, a lone surrogate
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) return canonicalObject(value);
  return canonicalScalar(value);
}

function canonicalObject(value: object): string {
  if (![Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)) {
    throw new TypeError('Only plain objects have a canonical form');
  }
  // Sorted by code units, as RFC 8785 asks for.
  const keys = Object.keys(value).sort() as (keyof typeof value)[];
  const members: string[] = [];
  for (const key of keys) {
    const member: unknown = value[key];
    if (member !== undefined) members.push(`${canonicalScalar(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
}

function canonicalScalar(value: unknown): string {
  const isCarried =
    value === null ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value)) ||
    (typeof value === 'string' && !/\p{Surrogate}/u.test(value));
  if (!isCarried) throw new TypeError(`JSON cannot carry this ${typeof value}`);
  return JSON.stringify(value);
}
