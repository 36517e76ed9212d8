import { afterEach, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';

const PATH = '/.well-known/security.txt';
const DAY_MS = 24 * 60 * 60 * 1000;

let service: TestService;
afterEach(() => service.stop());

describe('the contact for weaknesses', () => {
  it('is told in the form of RFC 9116 for less than a year', async () => {
    service = await TestService.start({
      http: {
        securityContact: 'mailto:security@town.example',
        publicUrl: 'https://mitodoke.town.example',
      },
    });
    // The day of the office is another clock.
    service.itIs('2050-01-01');

    const { status, headers, text } = await service.anyone.get(PATH);

    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    const lines = text.split('\r\n');
    expect(lines).toEqual([
      'Contact: mailto:security@town.example',
      expect.stringMatching(/^Expires: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      'Preferred-Languages: ja, en',
      'Canonical: https://mitodoke.town.example/.well-known/security.txt',
      '',
    ]);
    const expires = Date.parse((lines[1] ?? '').replace('Expires: ', ''));
    expect(expires).toBeGreaterThan(Date.now() + 300 * DAY_MS);
    expect(expires).toBeLessThan(Date.now() + 365 * DAY_MS);
  });

  it('names no place where that is not known', async () => {
    service = await TestService.start({
      http: { securityContact: 'https://town.example/security' },
    });

    const { text } = await service.anyone.get(PATH);

    expect(text).toContain('Contact: https://town.example/security\r\n');
    expect(text).not.toContain('Canonical');
  });

  it('is not there where nobody is named', async () => {
    service = await TestService.start();

    const { status, body } = await service.anyone.get(PATH);

    expect(status).toBe(404);
    expect(body).toMatchObject({ type: 'urn:mitodoke:problem:resource.not-found' });
  });
});
