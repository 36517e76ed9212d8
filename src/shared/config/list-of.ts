import { ValidateBy } from 'class-validator';
import { isIP } from 'node:net';

/** The items of a variable that names several. */
export function listOf(text: string | undefined): readonly string[] {
  return text?.split(',').map((item) => item.trim()) ?? [];
}

/** Holds a variable to be items of one kind, with commas between them. */
export function IsListOf(isOne: (item: string) => boolean, message: string): PropertyDecorator {
  return ValidateBy({
    name: 'isListOf',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && listOf(value).every(isOne),
      defaultMessage: () => message,
    },
  });
}

/** An IP address, or a network of them by the length of its prefix (10.0.0.0/8). */
export function isAddressOrNetwork(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  const bits = { 4: 32, 6: 128 }[isIP(address)];
  if (bits === undefined || rest.length > 0) return false;
  return length === undefined || (/^[1-9]\d{0,2}$/.test(length) && Number(length) <= bits);
}

/** A web origin (RFC 6454) exactly as a browser sends it: no path, no upper case, no default port. */
export function isOrigin(text: string): boolean {
  return /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
