import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { isCalendarDate } from '../shared/domain/calendar-date.js';
import { NotFound } from '../shared/domain/domain-error.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { BusinessClock } from '../shared/time/clock.js';
import { Dossiers } from '../engagements/index.js';
import { AssessmentFilesRepository } from './assessment-files.repository.js';
import { assessmentOf } from './assessment-head.js';
import { AssessmentsRepository } from './assessments.repository.js';
import { differenceRule, differingCriteria } from './domain/reviews.js';
import type { AssessmentDetailDto } from './dto/assessment-detail.dto.js';
import type {
  AssessmentListDto,
  AssessmentPageDto,
  ListAssessmentsQuery,
} from './dto/assessment.dto.js';
import type { OutcomeDto } from './dto/outcome.dto.js';

@Injectable()
export class AssessmentsQueries {
  constructor(
    private readonly transactor: Transactor,
    private readonly assessments: AssessmentsRepository,
    private readonly files: AssessmentFilesRepository,
    private readonly dossiers: Dossiers,
    private readonly clock: BusinessClock,
  ) {}

  async list(caller: Caller, query: ListAssessmentsQuery): Promise<AssessmentPageDto> {
    const after = positionAfter(query, isCalendarDate);
    const filter = { ...query, limit: query.limit + 1 };
    const rows = await this.files.list(caller, filter, after);
    const today = this.clock.today();
    return pageOf(query, rows, {
      position: ({ dueOn, id }) => ({ key: dueOn, id }),
      item: (row) => assessmentOf(row, today),
    });
  }

  /** @throws NotFound */
  ofEngagement(caller: Caller, engagementId: string): Promise<AssessmentListDto> {
    return this.transactor.read(caller, async (tx) => {
      await this.dossiers.read(tx, caller, engagementId);
      const rows = await this.assessments.ofEngagement(tx, caller, engagementId);
      return { items: rows.map((row) => assessmentOf(row, this.clock.today())) };
    });
  }

  /** Everything of one round, in one round trip. @throws NotFound */
  async read(caller: Caller, id: string, round: number | undefined): Promise<AssessmentDetailDto> {
    const file = await this.files.read(caller, id, round);
    const scores = file.reviews.map((review) => review.scores ?? []);
    const rule = differenceRule(file.toleratedDifference, file.criteria);
    const isOpen = file.reviews.every((review) => review.scores !== null);
    return {
      ...assessmentOf(file, this.clock.today()),
      differing: isOpen ? differingCriteria(scores, rule) : [],
    };
  }

  /** @throws NotFound where the round has none */
  async outcome(caller: Caller, id: string, round: number | undefined): Promise<OutcomeDto> {
    const { outcome } = await this.files.read(caller, id, round);
    if (outcome === null) throw new NotFound();
    return outcome;
  }
}
