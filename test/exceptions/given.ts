import type { Client } from '../support/api.js';

export const NDA = 'K9-1-2a-5';
export const NOWHERE = '01900000-0000-7000-8000-000000000000';

export interface Exception {
  readonly id: string;
  readonly version: number;
}

export function application(engagementId: string, given: object = {}): object {
  return {
    engagementId,
    kind: 'ordinary',
    articles: [NDA],
    reason: '親会社の承認手続のため、秘密保持契約の締結が着手に間に合わない。',
    alternativeMeasure: '締結までは仮名化した情報のみを渡す。',
    residualRisk: '仮名化した情報から個人が推測されるおそれが残る。',
    from: '2026-11-21',
    until: '2026-12-20',
    ...given,
  };
}

export async function applied(
  manager: Client,
  engagementId: string,
  given: object = {},
): Promise<Exception> {
  const reply = await manager.post('/v1/exceptions', application(engagementId, given));
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body as Exception;
}

export const PERMIT = { outcome: 'permit', reason: '代替措置によりリスクは受け入れられる。' };

export const CLASS_2 = {
  name: '申込者名簿',
  confidentiality: 'C2',
  integrity: 'I1',
  availability: 'A1',
  personalInformation: true,
  specificPersonalInformation: false,
};
