import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { articleFaults, Dossiers, refuseEnded } from '../engagements/index.js';
import { isCalendarDate } from '../shared/domain/calendar-date.js';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse, InvalidInput } from '../shared/domain/domain-error.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type {
  AuditPageDto,
  AuditResponseDto,
  ListAuditsQuery,
  PlanAuditDto,
} from './dto/audit.dto.js';
import { AuditBooks } from './audit-books.js';
import type { AuditRow } from './audits.repository.js';

const NOT_CONCLUDED = {
  heldOn: null,
  opinion: null,
  evidence: [],
  concludedBy: null,
  concludedAs: null,
  concludedIn: null,
  dutyWaiverId: null,
};

/** Audits of vendors, re-subcontractors included: planning and reading them. */
@Injectable()
export class AuditsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: AuditBooks,
    private readonly dossiers: Dossiers,
  ) {}

  /** @throws InvalidInput, WrongStage */
  plan(caller: Caller, body: PlanAuditDto): Promise<AuditResponseDto> {
    return this.transactor.write(caller, async (tx) => {
      const { audits, ledger, trail } = this.books;
      const dossier = await this.dossiers.lockNamed(tx, caller, body.engagementId);
      const { engagement } = dossier;
      refuseEnded(engagement.status);
      await this.dossiers.postWith(tx, caller, 'audit:write', dossier);
      const entries = await ledger.entries(tx, caller, dossier);
      refuse(articleFaults(entries, body.scope, (at) => `#/scope/${String(at)}`));
      const vendorId = body.vendorId ?? engagement.vendorId;
      if (vendorId === null) throw new InvalidInput([VENDOR_MISSING]);
      const { engagementId, mode, plannedOn, scope } = body;
      const after: AuditRow = {
        ...{ id: uuidv7(), engagementId, version: 1, status: 'planned', vendorId, mode },
        ...{ plannedOn, scope, plannedBy: caller.personId },
        ...NOT_CONCLUDED,
      };
      await audits.insert(tx, caller, after, engagement.draftedBy);
      await this.dossiers.touch(tx, caller, dossier);
      const subject = { kind: 'audit', id: after.id };
      await trail.append(tx, caller, { action: 'audit.planned', subject, after });
      return after;
    });
  }

  /** @throws NotFound */
  read(caller: Caller, id: string): Promise<AuditResponseDto> {
    return this.transactor.read(caller, (tx) => this.books.audits.read(tx, caller, id));
  }

  async list(caller: Caller, query: ListAuditsQuery): Promise<AuditPageDto> {
    const after = positionAfter(query, isCalendarDate);
    const filter = { ...query, limit: query.limit + 1 };
    const rows = await this.transactor.read(caller, (tx) =>
      this.books.audits.list(tx, caller, filter, after),
    );
    return pageOf(query, rows, {
      position: ({ plannedOn, id }) => ({ key: plannedOn, id }),
      item: (row) => row,
    });
  }
}

const VENDOR_MISSING = {
  pointer: '#/vendorId',
  detail: {
    ja: '案件の事業者が未登録のため、監査を受ける事業者の指定が必要です。',
    en: 'The engagement has no vendor yet; name the firm to be audited.',
  },
};
