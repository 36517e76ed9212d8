/** How many requests are served in a minute by one instance, by what is counted together. */
export interface RateLimits {
  /** Of one address (an IPv6 network of 64 bits counts as one), before the credential is looked at. */
  readonly address: number;
  /** Of one credential. */
  readonly credential: number;
  /** Sign-ins of one address. */
  readonly signIn: number;
  /** Of one credential, of what is expensive: documents, ledgers, exports, reads across the register. */
  readonly heavy: number;
}

/** How long a connection may dawdle, in milliseconds. */
export interface Timeouts {
  /** Until the headers of a request are complete. */
  readonly headers: number;
  /** Until the whole request is. */
  readonly request: number;
  /** Without a byte in either direction, so also of a client that does not read its answer. */
  readonly idle: number;
  /** Between two looks at what has run out. */
  readonly check: number;
}

/** What the edge is told from outside. */
export interface HttpOptions {
  readonly rateLimits: RateLimits;
  /** Addresses and networks (CIDR) of the proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Web origins whose pages may call the service from a browser; exact, none by default. */
  readonly corsOrigins: readonly string[];
  /** Where the service is reached from outside, without a slash at the end. */
  readonly publicUrl: string | undefined;
  /** Whom to tell of a weakness: an `https:` or `mailto:` address. */
  readonly securityContact: string | undefined;
  readonly timeouts: Timeouts;
}

/** Against connections that are held open by sending or reading a byte now and then. */
export const TIMEOUTS: Timeouts = {
  headers: 10_000,
  request: 120_000,
  idle: 120_000,
  check: 5_000,
};
