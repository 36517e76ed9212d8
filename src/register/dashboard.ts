import { Injectable } from '@nestjs/common';
import { ENGAGEMENT_STATUSES } from '../engagements/index.js';
import { BodyPolicy } from '../organizations/index.js';
import type { Pack } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { addDays, calendarDate } from '../shared/domain/calendar-date.js';
import type { Language } from '../shared/domain/text.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { together, type Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import {
  CERTIFICATE_LIMITS,
  certificateStandingOn,
  type CertificateFacts,
} from '../vendors/index.js';
import { DashboardRepository, type DueRow } from './dashboard.repository.js';
import type { DashboardDto, DueItemDto, DueKind } from './dto/dashboard.dto.js';
import { entryPlaceOf } from './entry-place.js';

const NEXT_ITEMS = 10;
const SOON = 30;
const CERTIFICATES_SOON = 90;

const HREFS: Record<DueKind, (row: DueRow) => string> = {
  obligation: ({ engagementId }) => `/v1/engagements/${engagementId}/obligations`,
  report: ({ id }) => `/v1/reports/${id}`,
  finding: ({ id }) => `/v1/findings/${id}`,
  'policy-exception': ({ id }) => `/v1/exceptions/${id}`,
  'cloud-service-entry': ({ engagementId, kinds }) =>
    `${entryPlaceOf(kinds).path}?engagementId=${engagementId}`,
};

/** Where the body stands today. */
@Injectable()
export class Dashboard {
  constructor(
    private readonly transactor: Transactor,
    private readonly dashboard: DashboardRepository,
    private readonly bodyPolicy: BodyPolicy,
    private readonly clock: BusinessClock,
  ) {}

  read(caller: Caller, language: Language): Promise<DashboardDto> {
    return this.transactor.read(caller, async (tx) => {
      const today = this.clock.today();
      const soon = addDays(calendarDate(today), SOON);
      const later = addDays(calendarDate(today), CERTIFICATES_SOON);
      const [byStatus, certificates, obligations, counts, nextDue] = await together([
        this.dashboard.engagements(tx, caller),
        this.dashboard.certificates(tx, caller, today, later),
        this.dashboard.obligations(tx, caller, today),
        this.dashboard.counts(tx, caller, today, soon),
        this.dashboard.nextDue(tx, caller, today, NEXT_ITEMS),
      ]);
      return {
        on: today,
        engagements: ENGAGEMENT_STATUSES.map((status) => ({
          status,
          count: byStatus.get(status) ?? 0,
        })),
        obligations,
        ...counts,
        certificates: {
          expiringWithin90Days: certificates.filter((each) => isExpiring(each, today)).length,
        },
        nextDue: await this.named(tx, nextDue, language),
      };
    });
  }

  /** Puts the words of each engagement's policy to what is due. */
  private async named(tx: Tx, rows: readonly DueRow[], language: Language): Promise<DueItemDto[]> {
    const items: DueItemDto[] = [];
    for (const row of rows) {
      const { policyVersionId, kinds, of, name, ...item } = row;
      const pack = await this.bodyPolicy.pack(tx, policyVersionId);
      const label = name ?? labelOf(of ?? '', pack, language);
      items.push({ ...item, label, href: HREFS[row.kind](row) });
    }
    return items;
  }
}

function isExpiring(certificate: CertificateFacts, today: string): boolean {
  const limits = { ...CERTIFICATE_LIMITS, warningDays: [CERTIFICATES_SOON] };
  const { standing, expiresWithinDays } = certificateStandingOn(certificate, today, limits);
  return expiresWithinDays !== null && standing !== 'withdrawn' && standing !== 'suspended';
}

/** What the policy calls an article or a kind of report. */
function labelOf(of: string, { articles, reports }: Pack, language: Language): string {
  const article = articles.find(({ key }) => key === of);
  if (article !== undefined) return `${article.label} ${article.title[language]}`;
  return reports.find(({ id }) => id === of)?.title[language] ?? of;
}
