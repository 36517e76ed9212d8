import { describe, expect, it } from 'vitest';
import { PinoLogger } from './pino-logger.js';

/** The line that comes of a message. */
function lineOf(tell: (logger: PinoLogger) => void): string {
  const lines: string[] = [];
  tell(new PinoLogger('debug', { write: (line) => lines.push(line) }));
  return lines.join('');
}

const SECRET = 'correct horse';

describe('a line of the log', () => {
  it.each([
    ['beside the message', { password: SECRET }],
    ['in a body', { body: { otp: SECRET, refreshToken: SECRET } }],
    [
      'in the headers of a request',
      { req: { headers: { authorization: SECRET, cookie: SECRET } } },
    ],
  ])('does not show a secret %s', (_, fields) => {
    const line = lineOf((logger) => {
      logger.debug(fields, 'Asked');
    });

    expect(line).toContain('Asked');
    expect(line).not.toContain(SECRET);
  });

  it('tells of an error where it arose, but not of the values of its statement', () => {
    const error = Object.assign(new Error('duplicate key'), {
      code: '23505',
      query: `INSERT INTO people VALUES ('${SECRET}')`,
      parameters: [SECRET],
      driverError: { detail: `Key (name)=(${SECRET}) already exists.` },
    });

    for (const tell of [
      (logger: PinoLogger): void => {
        logger.error({ error }, 'It failed');
      },
      (logger: PinoLogger): void => {
        logger.error('It failed', error);
      },
    ]) {
      const line = lineOf(tell);
      expect(line).not.toContain(SECRET);
      expect(JSON.parse(line)).toMatchObject({
        msg: 'It failed',
        err: { type: 'Error', message: 'duplicate key', code: '23505' },
      });
      expect(line).toContain('pino-logger.spec');
    }
  });
});
