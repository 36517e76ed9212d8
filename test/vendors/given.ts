import type { Client } from '../support/api.js';

/** What a test rests on: made over HTTP, as staff would. */
export async function givenVendor(client: Client, name = '株式会社検証'): Promise<string> {
  return idOf(await client.post('/v1/vendors', { name }).expect(201));
}

export async function givenCloudService(
  client: Client,
  vendorId: string,
  name = '庁内ファイル共有',
): Promise<string> {
  const body = { vendorId, name, serviceModel: 'saas' };
  return idOf(await client.post('/v1/cloud-services', body).expect(201));
}

export async function givenCertificate(client: Client, vendorId: string): Promise<string> {
  return idOf(await client.post(`/v1/vendors/${vendorId}/certificates`, ISMS).expect(201));
}

/** An ISMS certificate good until 2027-03-31. */
export const ISMS = {
  scheme: 'iso27001',
  number: 'IS 123456',
  edition: 'ISO/IEC 27001:2022',
  scope: '本社における情報システムの開発・運用',
  validFrom: '2024-04-01',
  validUntil: '2027-03-31',
};

/** A disclosure of a vendor whose parent is in Japan. */
export const OWNERSHIP = {
  disclosedOn: '2026-03-31',
  source: '登記事項証明書及び株主名簿',
  holders: [
    { name: '株式会社検証ホールディングス', country: 'JP', share: '66.67' },
    { name: '検証 太郎', country: 'JP', share: '33.33' },
  ],
  parent: { name: '株式会社検証ホールディングス', country: 'JP' },
  officers: [{ name: '検証 太郎', position: '代表取締役' }],
};

/** An assessment of the law of a country. */
export const ASSESSED = {
  country: 'US',
  laws: ['CLOUD Act', 'FISA 702条'],
  risk: 'medium',
  reasoning: '暗号鍵を国内で管理するため、開示の影響は限られる。',
  validUntil: '2027-03-31',
};

function idOf({ body }: { readonly body: { readonly id: string } }): string {
  return body.id;
}
