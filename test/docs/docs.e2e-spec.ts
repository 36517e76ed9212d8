import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { sendRaw } from '../support/raw-http.js';

let service: TestService;

beforeAll(async () => {
  service = await TestService.start();
});
afterAll(() => service.stop());

describe('the documentation', () => {
  it.each([
    ['the page', '/docs/', 'text/html', 'Mitodoke API'],
    ['the bundle', '/docs/swagger-ui-bundle.js', 'text/javascript', 'SwaggerUI'],
    ['the style', '/docs/swagger-ui.css', 'text/css', '.swagger-ui'],
    ['the script that starts it', '/docs/swagger-ui-init.js', 'application/javascript', 'openapi'],
  ])('is served to anyone: %s', async (_, path, type, content) => {
    const { status, headers, text } = await sendRaw(service, { path });

    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain(type);
    expect(text).toContain(content);
  });

  it('shows the committed contract', async () => {
    const contract = JSON.parse(readFileSync('openapi/openapi.json', 'utf8')) as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const operations = Object.values(contract.paths).flatMap((path) => Object.values(path));

    const { text } = await sendRaw(service, { path: '/docs/swagger-ui-init.js' });

    expect(operations.length).toBeGreaterThan(5);
    for (const { operationId } of operations) expect(text).toContain(`"${operationId}"`);
  });

  it('gives the committed contract to other systems', async () => {
    const { status, headers, text } = await sendRaw(service, { path: '/docs/openapi.json' });

    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('application/json');
    expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync('openapi/openapi.json', 'utf8')));
  });

  it.each([
    '/docs/',
    '/docs/openapi.json',
    '/docs/swagger-ui-bundle.js',
    '/docs/swagger-ui-init.js',
    '/docs/..%2f..%2fpackage.json',
    '/docs/%00',
  ])('lets nothing else run, and nobody frame it: %s', async (path) => {
    const { status, headers, text } = await sendRaw(service, { path });

    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self';/,
    );
    expect(headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
    expect(headers.has('x-powered-by')).toBe(false);
    expect(text).not.toContain('"private": true');
  });

  it.each([
    ['/docs', '/docs/'],
    ['/docs?lang=ja', '/docs/?lang=ja'],
    ['/docs//elsewhere.example/..', '/docs//elsewhere.example/../'],
  ])('leads %s to a path of its own', async (path, target) => {
    const { status, headers } = await sendRaw(service, { path });

    expect(status).toBe(301);
    expect(headers.get('location')).toBe(target);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('answers HEAD with the headers alone', async () => {
    const { status, text } = await sendRaw(service, { method: 'HEAD', path: '/docs/' });

    expect(status).toBe(200);
    expect(text).toBe('');
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    for (const path of ['/docs', '/docs/', '/docs/?x=1']) {
      const { status, headers } = await sendRaw(service, { method, path });

      expect(status).toBe(405);
      expect(headers.get('allow')).toBe('GET, HEAD');
    }
  });

  it('is not found beside its path', async () => {
    expect((await sendRaw(service, { path: '/docsx' })).status).toBe(404);
  });
});
