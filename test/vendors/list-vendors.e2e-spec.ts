import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { givenVendor } from './given.js';
import { pagesOf } from './pages.js';

let service: TestService;
let procurement: Client;

beforeAll(async () => {
  service = await TestService.start();
  const town = await service.town();
  procurement = await town.as('procurement');
});
afterAll(() => service.stop());

async function namesAt(url: string): Promise<string[]> {
  const { body } = await procurement.get(url).expect(200);
  return body.items.map(({ name }: { readonly name: string }) => name);
}

describe('listing vendors', () => {
  it('turns three pages without losing or repeating any, equal names included', async () => {
    const names = ['同名商店', '同名商店', 'あ社', '同名商店', 'い社', '同名商店', '同名商店'];
    const ids: string[] = [];
    for (const name of names) ids.push(await givenVendor(procurement, name));

    const pages = await pagesOf(procurement, '/v1/vendors?limit=3');
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
    expect(pages.flat().sort()).toEqual(ids.sort());
    const same = await pagesOf(
      procurement,
      `/v1/vendors?limit=2&name=${encodeURIComponent('同名')}`,
    );
    expect(same.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(new Set(same.flat()).size).toBe(5);
  });

  it.each(['（株）高橋電算', '㈱髙橋電算', '株式会社高橋電算', '高橋', 'ﾃﾞﾝｻﾝ', '電算'])(
    'finds 株式会社髙橋電算（デンサン） as %s',
    async (spelling) => {
      const name = '株式会社髙橋電算（デンサン）';
      if ((await namesAt(`/v1/vendors?name=${encodeURIComponent(name)}`)).length === 0) {
        await givenVendor(procurement, name);
      }

      expect(await namesAt(`/v1/vendors?name=${encodeURIComponent(spelling)}`)).toEqual([name]);
    },
  );

  it('takes % and _ of a name for what they are', async () => {
    await givenVendor(procurement, '100%子会社');

    expect(await namesAt(`/v1/vendors?name=${encodeURIComponent('0%子')}`)).toEqual(['100%子会社']);
    expect(await namesAt(`/v1/vendors?name=${encodeURIComponent('1%社')}`)).toEqual([]);
    expect(await namesAt(`/v1/vendors?name=${encodeURIComponent('1_0')}`)).toEqual([]);
  });

  it('finds one by its corporate number, whatever it is called', async () => {
    const body = { name: '番号株式会社', corporateNumber: '4011001098993' };
    await procurement.post('/v1/vendors', body).expect(201);

    expect(await namesAt('/v1/vendors?corporateNumber=4011001098993')).toEqual(['番号株式会社']);
    expect(await namesAt('/v1/vendors?corporateNumber=7000012050002')).toEqual([]);
    const wrong = await procurement.get('/v1/vendors?corporateNumber=5011001098993');
    expect(wrong.status).toBe(400);
  });
});
