import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { refuseEnded } from '../engagements/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse } from '../shared/domain/domain-error.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { briefingFaults, briefingStatement } from './domain/briefing.js';
import { ContractorRecords } from './contractor-records.js';
import { BriefingsRepository, type BriefingRow } from './briefings.repository.js';
import type { BriefingDto, BriefingListDto, RecordBriefingDto } from './dto/briefing.dto.js';
import { SubcontractBooks } from './subcontract-books.js';

/** Record kind of the base pack by which the body proves that it briefed the contractor (6(1)④). */
const RECORD = 'briefing';

/** Briefings of the firms that do the work: the contractor and each firm of the chain. */
@Injectable()
export class BriefingsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: SubcontractBooks,
    private readonly briefings: BriefingsRepository,
    private readonly records: ContractorRecords,
  ) {}

  /**
   * Records a briefing that the firm acknowledged. That of the contractor also files the record that proves
   * the duty to brief. @throws NotFound, InvalidInput, WrongStage, RoleRequired
   */
  record(caller: Caller, engagementId: string, body: RecordBriefingDto): Promise<BriefingDto> {
    return this.transactor.write(caller, async (tx) => {
      const dossier = await this.books.dossiers.lock(tx, caller, engagementId);
      refuseEnded(dossier.engagement.status);
      const post = await this.books.dossiers.postWith(tx, caller, 'briefing:write', dossier);
      if (post === null) throw new Error('A system briefs nobody');
      refuse(briefingFaults(body, this.books.clock.today()));
      const row: BriefingRow = {
        ...{ ...body, documents: body.documents.map((document) => ({ ...document })) },
        ...{ id: uuidv7(), engagementId, vendorId: body.vendorId.toLowerCase() },
        ...{ recordedBy: caller.personId },
        ...{ recordedAs: post.roleId, recordedIn: post },
      };
      await this.briefings.insert(tx, caller, row);
      const subject = { kind: 'briefing', id: row.id };
      await this.books.trail.append(tx, caller, {
        action: 'briefing.recorded',
        subject,
        after: row,
      });
      // The duty is proved by the briefing of the firm that contracts with the body.
      await this.records.file(tx, caller, dossier, row.vendorId, {
        ...{ kind: RECORD, statedOn: row.heldOn, statement: briefingStatement(row) },
        ...{ evidence: [row.acknowledgement], recordedAs: post.roleId, recordedIn: post },
      });
      await this.books.dossiers.touch(tx, caller, dossier);
      return { ...row, documents: [...row.documents] };
    });
  }

  /** @throws NotFound */
  list(caller: Caller, engagementId: string): Promise<BriefingListDto> {
    return this.transactor.read(caller, async (tx) => {
      await this.books.dossiers.read(tx, caller, engagementId);
      const rows = await this.briefings.ofEngagement(tx, caller, engagementId);
      return { items: rows.map((row) => ({ ...row, documents: [...row.documents] })) };
    });
  }
}
