import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { LibraryAnswerPageDto, ListLibraryAnswersQuery } from './dto/library-answer.dto.js';
import { LibraryAnswersRepository } from './library-answers.repository.js';

/** The library of a firm, as its own people read it and clear it out. */
@Injectable()
export class LibraryAnswersService {
  constructor(
    private readonly transactor: Transactor,
    private readonly answers: LibraryAnswersRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** In the order of the criteria. */
  async list(caller: Caller, query: ListLibraryAnswersQuery): Promise<LibraryAnswerPageDto> {
    const filter = { lapsedOn: query.lapsedOn ?? null, limit: query.limit + 1 };
    const rows = await this.answers.list(caller, filter, positionAfter(query));
    return pageOf(query, rows, {
      position: ({ criterionId, id }) => ({ key: criterionId, id }),
      item: (row) => ({ ...row, evidence: row.evidence.map((item) => ({ ...item })) }),
    });
  }

  /** Forgets an answer; what was handed in stays. @throws NotFound, Stale */
  remove(caller: Caller, id: string, expected: ExpectedVersion): Promise<void> {
    return this.transactor.write(caller, async (tx) => {
      const before = await this.answers.remove(tx, caller, id, expected);
      const { criterionId } = before;
      await this.trail.append(tx, caller, {
        ...{ action: 'library-answer.removed', subject: { kind: 'library-answer', id } },
        ...{ before, facts: { criterionId } },
      });
    });
  }
}
