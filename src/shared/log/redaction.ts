/** What no line of the log may show, by the names it goes by in bodies and headers. */
const SECRET_NAMES = [
  'accessToken',
  'authorization',
  'clientSecret',
  'cookie',
  'currentPassword',
  'newPassword',
  'otp',
  'password',
  'refreshToken',
  'secret',
  'token',
];

/** Their places in a line: beside the message, or in an object or two around them. */
export const SECRETS: readonly string[] = SECRET_NAMES.flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
]);

/** What the log tells of an error. */
interface ToldError {
  readonly type: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** As PostgreSQL (SQLSTATE) or Node.js names it. */
  readonly code: string | undefined;
}

/**
 * An error as the log tells it. The other members stay out: the database's carry the statement with its values,
 * and the row that was in the way, which are the texts and secrets of people.
 */
export function toldOf(error: Error): ToldError {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { type: error.constructor.name, message: error.message, stack: error.stack, code };
}
