import supertest, { type Test } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueToken } from '../../src/identity/index.js';
import { TestService } from '../support/api.js';

let service: TestService;
let path: string;

beforeAll(async () => {
  service = await TestService.start();
  const { organizationId } = await service.town();
  path = `/answers/${issueToken(organizationId).token}`;
});
afterAll(() => service.stop());

const FORM = 'application/x-www-form-urlencoded';

function post(type: string, body: string, accept: string, language = 'ja'): Test {
  return supertest(service.app.getHttpServer())
    .post(path)
    .set({ Accept: accept, 'Accept-Language': language, 'Content-Type': type })
    .send(body);
}

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const VAST = `a=${'x'.repeat(5_000_000)}`;

describe('what is wrong with the form itself', () => {
  it.each([
    ['control characters', FORM, 'a=%00', 400, '送られた内容を読み取れません'],
    ['too many fields', FORM, 'a&'.repeat(3000), 400, '送られた内容を読み取れません'],
    ['more than a form may have', FORM, VAST, 413, '一度に送れる大きさを超えています'],
    ['another kind of body', 'application/json', '{"do":"save"}', 415, '画面のボタンから'],
    ['another charset', `${FORM}; charset=shift_jis`, 'a=b', 415, '画面のボタンから'],
  ])('is told a browser on a page: %s', async (_, type, body, status, words) => {
    const reply = await post(type, body, BROWSER);
    const english = await post(type, body, BROWSER, 'en');

    expect(reply.status).toBe(status);
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(reply.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src/);
    expect(reply.text).toContain('<html lang="ja">');
    expect(reply.text).toContain(words);
    expect(reply.text).not.toContain('application/json');
    expect(english.text).toContain('<html lang="en">');
    expect(english.text).not.toContain(words);
  });

  it.each([['application/json'], ['application/problem+json'], ['*/*']])(
    'is told whoever asks for %s as a problem document',
    async (accept) => {
      for (const [type, body, status] of [
        [FORM, 'a=%00', 400],
        [FORM, VAST, 413],
        ['application/json', '{"do":"save"}', 415],
      ] as const) {
        const reply = await post(type, body, accept);
        expect(reply.status).toBe(status);
        expect(reply.headers['content-type']).toContain('application/problem+json');
      }
    },
  );

  it('is told as a problem document by every other route', async () => {
    const reply = await supertest(service.app.getHttpServer())
      .post('/v1/sessions')
      .set({ Accept: BROWSER, 'Content-Type': FORM })
      .send('a=b');

    expect(reply.status).toBe(415);
    expect(reply.headers['content-type']).toContain('application/problem+json');
  });

  it.each([
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"', 404],
    ['multipart/form-data', 'x', 404],
  ])('is not looked at where the link leads nowhere: %s', async (type, body, status) => {
    const reply = await post(type, body, BROWSER);

    expect(reply.status).toBe(status);
    expect(reply.text).toContain('リンクが正しくありません');
  });

  it('is told on a page where too much is asked', async () => {
    const rateLimits = { address: 1, credential: 9, signIn: 9, heavy: 9 };
    const limited = await TestService.start({ http: { rateLimits } });
    try {
      const ask = (accept: string): Test =>
        supertest(limited.app.getHttpServer()).get('/answers/x').set('Accept', accept);
      await ask(BROWSER);

      const page = await ask(BROWSER);
      const json = await ask('application/json');

      expect([page.status, json.status]).toEqual([429, 429]);
      expect(page.text).toContain('アクセスが多すぎる');
      expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8' });
      expect(Number(page.headers['retry-after'])).toBeGreaterThan(0);
      expect(json.headers['content-type']).toContain('application/problem+json');
    } finally {
      await limited.stop();
    }
  });
});
