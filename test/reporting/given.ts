import { TestService, type Client } from '../support/api.js';
import { takeOver } from '../support/operation.js';
import type { Town } from '../support/town.js';

export const PERIODIC = 'K9-1-3b-2';
export const NOWHERE = '01900000-0000-7000-8000-000000000000';
export const ACCEPT = { decision: 'accept', comment: '記載に不備がなく、裏付けの資料とも合う。' };

export interface ReportItem {
  readonly id: string;
  readonly version: number;
  readonly periodFrom: string;
  readonly periodUntil: string;
  readonly dueOn: string;
  readonly status: string;
  readonly isOverdue: boolean;
}

export function at<T>(items: readonly T[], index: number): T {
  const item = items.at(index);
  if (item === undefined) throw new Error(`There is no item ${String(index)}`);
  return item;
}

export function submission(submittedOn: string, given: object = {}): object {
  return {
    submittedOn,
    submittedBy: 'vendor',
    source: '書面（収受番号 総第456号）',
    measures: [
      { articleKey: PERIODIC, status: 'performed', note: '契約に定める対策を実施した。' },
      { status: 'not-performed', note: '教育は６月に行う。' },
    ],
    text: '期間中、事故及びそのおそれのある事象はなかった。',
    evidence: ['文書番号 総第456号'],
    ...given,
  };
}

/** A town on 1 April 2026 with those who see to its reports. */
export class ReportDesk {
  private constructor(
    readonly service: TestService,
    readonly town: Town,
    readonly clerk: Client,
    readonly manager: Client,
    readonly head: Client,
  ) {}

  static async open(): Promise<ReportDesk> {
    const service = await TestService.start();
    service.itIs('2026-04-01');
    const town = await service.town();
    const clerk = await town.as('section-manager');
    const manager = await town.as('section-manager');
    return new ReportDesk(service, town, clerk, manager, await town.as('head-officer'));
  }

  schedule(id: string, body: object = { kind: 'R1' }, client = this.clerk) {
    return client.post(`/v1/engagements/${id}/report-schedules`, body);
  }

  /** The reports of a running engagement from 1 April 2026 to 31 March 2027. */
  async scheduled(body?: object): Promise<{ id: string; reports: ReportItem[] }> {
    const { id } = await takeOver(this.clerk, this.town);
    const reply = await this.schedule(id, body);
    if (reply.status !== 200) throw new Error(reply.text);
    return { id, reports: reply.body.items as ReportItem[] };
  }

  async submitted(id: string, day: string): Promise<number> {
    this.service.itIs(day);
    const reply = await this.clerk.post(`/v1/reports/${id}/submissions`, submission(day));
    if (reply.status !== 201) throw new Error(reply.text);
    return (reply.body as ReportItem).version;
  }
}
