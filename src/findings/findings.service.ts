import { Injectable } from '@nestjs/common';
import { Dossiers, refuseEnded } from '../engagements/index.js';
import { isCalendarDate } from '../shared/domain/calendar-date.js';
import type { Caller } from '../shared/authorization/caller.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type {
  FindingDetailDto,
  FindingPageDto,
  ListFindingsQuery,
  RaiseFindingDto,
} from './dto/finding.dto.js';
import { FindingBooks } from './finding-books.js';
import { FindingRaising } from './finding-raising.js';

/** Findings: raising and reading them. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: FindingBooks,
    private readonly dossiers: Dossiers,
    private readonly raising: FindingRaising,
  ) {}

  /** A major finding breaches the obligations of its article. @throws InvalidInput, WrongStage */
  raise(caller: Caller, body: RaiseFindingDto): Promise<FindingDetailDto> {
    return this.transactor.write(caller, async (tx) => {
      const dossier = await this.dossiers.lockNamed(tx, caller, body.engagementId);
      refuseEnded(dossier.engagement.status);
      await this.dossiers.postWith(tx, caller, 'finding:write', dossier);
      const raised = await this.raising.raise(tx, caller, dossier, body);
      await this.dossiers.touch(tx, caller, dossier);
      return { ...raised, correctiveActions: [] };
    });
  }

  /** @throws NotFound */
  read(caller: Caller, id: string): Promise<FindingDetailDto> {
    return this.transactor.read(caller, async (tx) => {
      const finding = await this.books.findings.read(tx, caller, id);
      return { ...finding, correctiveActions: await this.books.findings.actions(tx, caller, id) };
    });
  }

  async list(caller: Caller, query: ListFindingsQuery): Promise<FindingPageDto> {
    const after = positionAfter(query, isCalendarDate);
    const filter = { ...query, limit: query.limit + 1 };
    const rows = await this.transactor.read(caller, (tx) =>
      this.books.findings.list(tx, caller, filter, after),
    );
    return pageOf(query, rows, {
      position: ({ dueOn, id }) => ({ key: dueOn, id }),
      item: (row) => row,
    });
  }
}
