import type { Client } from './api.js';
import type { Town } from './town.js';

/** A cloud service inside LGWAN that holds class-2 personal information, run by a contractor. */
export function residentService(town: Town, given: object = {}): object {
  return {
    title: '窓口予約システムの導入及び運用',
    description: '町民課窓口の予約受付を行うクラウドサービスの導入、設定及び保守を委託する。',
    kinds: ['outsourcing', 'cloud'],
    workTypes: ['operation'],
    tierAnswers: ['handles-important-information'],
    unitId: town.unitId,
    segment: 'lgwan',
    startsOn: '2026-12-01',
    endsOn: '2027-03-31',
    dataItems: [
      {
        name: '予約者の氏名・連絡先',
        confidentiality: 'C2',
        integrity: 'I2',
        availability: 'A2',
        personalInformation: true,
        specificPersonalInformation: false,
      },
    ],
    ...given,
  };
}

/** A public-information service under standard terms: only the light regime applies. */
export function lightService(town: Pick<Town, 'unitId'>, given: object = {}): object {
  return {
    title: '公開イベント告知サービスの利用',
    description: '公開済みの催し情報を掲載する。',
    kinds: ['cloud'],
    unitId: town.unitId,
    segment: 'internet',
    startsOn: '2026-12-01',
    dataItems: [
      {
        name: '公開済みの催し情報',
        confidentiality: 'C1',
        integrity: 'I1',
        availability: 'A1',
        personalInformation: false,
        specificPersonalInformation: false,
      },
    ],
    ...given,
  };
}

export interface PlannedEngagement {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly course: string;
  readonly facts: string[];
}

export async function plan(client: Client, body: object): Promise<PlannedEngagement> {
  const reply = await client.post('/v1/engagements', body);
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body as PlannedEngagement;
}

/** The version a decision must name now. */
export async function versionOf(client: Client, id: string): Promise<number> {
  const reply = await client.get(`/v1/engagements/${id}`);
  return (reply.body as PlannedEngagement).version;
}

/** Where every obligation of an engagement stands today, by its rule. */
export async function statesOf(client: Client, id: string): Promise<Map<string, string>> {
  const reply = await client.get(`/v1/engagements/${id}/obligations`);
  const items = reply.body.items as { rule: string; state: string }[];
  return new Map(items.map(({ rule, state }) => [rule, state]));
}
