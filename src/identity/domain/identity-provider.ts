import type { InputFault } from '../../shared/domain/domain-error.js';

/** What an ID token (OpenID Connect Core 1.0, 2) and the user info say of who signed in. */
export interface ProviderClaims {
  readonly iss: string;
  readonly sub: string;
  readonly email?: unknown;
  readonly email_verified?: unknown;
  /** How they proved it (RFC 8176). */
  readonly amr?: unknown;
  /** How sure the provider is of it. */
  readonly acr?: unknown;
}

/** Whether the provider says that a second factor was given, in one of the values the body counts as such. */
export function assertsSecondFactor(
  { amr, acr }: Pick<ProviderClaims, 'amr' | 'acr'>,
  values: readonly string[],
): boolean {
  const said: readonly unknown[] = [acr, ...(Array.isArray(amr) ? (amr as unknown[]) : [])];
  return values.some((value) => said.includes(value));
}

/** Whether a subject has the form that OpenID Connect gives it (Core 1.0, 2): at most 255 characters of ASCII. */
export function isSubject(sub: string): boolean {
  return /^[\x20-\x7e]{1,255}$/.test(sub);
}

/** The address the provider vouches for; undefined where it names none or does not vouch for it. */
export function verifiedAddress({
  email,
  email_verified: isVerified,
}: Pick<ProviderClaims, 'email' | 'email_verified'>): string | undefined {
  if (isVerified !== true || typeof email !== 'string') return undefined;
  return /^[^\s\p{Cc}]{1,254}$/u.test(email) ? email.toLowerCase() : undefined;
}

/** The addresses of a configuration that cannot be used. @param allowHttp on this machine alone */
export function addressFaults(
  { issuer, redirectUris }: { readonly issuer: string; readonly redirectUris: readonly string[] },
  allowHttp: boolean,
): readonly InputFault[] {
  const places = [
    { pointer: '#/issuer', address: issuer },
    ...redirectUris.map((address, at) => ({ pointer: `#/redirectUris/${String(at)}`, address })),
  ];
  return places
    .filter(({ address }) => !isUsable(address, allowHttp))
    .map(({ pointer }) => ({ pointer, detail: NOT_USABLE }));
}

/** An address as it is compared; undefined where it is none. */
export function comparable(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).href : undefined;
}

const NOT_USABLE = {
  ja: 'https:// で始まり、利用者名、? 以降及び # 以降を含まない URL を指定してください（http:// は、開発用にこのサービスとともに同じ端末で動かすときに限ります）。',
  en: 'It must be a URL that begins with https:// and has no user, query or fragment (http:// only on this machine, while the service itself is reached there, for development).',
};

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

function isUsable(address: string, allowHttp: boolean): boolean {
  if (!URL.canParse(address) || /[?#]/.test(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  if (protocol === 'https:') return true;
  return protocol === 'http:' && allowHttp && LOOPBACK.includes(hostname);
}
