import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { issueToken } from '../identity/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { PublicUrl } from '../shared/config/public-url.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { SystemClock } from '../shared/time/clock.js';
import { AnswerLinksRepository, type AnswerLinkRow } from './answer-links.repository.js';
import { AssessmentDesk } from './assessment-desk.js';
import { AnswersInAccount } from './domain/answer-link.errors.js';
import { answerLinkStanding } from './domain/answer-link.js';
import { isOut } from './domain/assessment-lifecycle.js';
import { assessmentNotThere } from './domain/assessment-standing.js';
import { AnswersClosed } from './domain/procedure.errors.js';
import type {
  AnswerLinkDto,
  AnswerLinkListDto,
  IssueAnswerLinkDto,
  IssuedAnswerLinkDto,
} from './dto/answer-link.dto.js';

const NO_LINK = {
  ja: 'リンクは期限の日まで使えるものです。期限を改めてから発行してください。',
  en: 'A link is good until that day; give more time before one is issued.',
};

/** Handing out links by which vendors without an account answer. */
@Injectable()
export class AnswerLinksService {
  constructor(
    private readonly transactor: Transactor,
    private readonly desk: AssessmentDesk,
    private readonly links: AnswerLinksRepository,
    private readonly clock: SystemClock,
    private readonly publicUrl: PublicUrl,
  ) {}

  /** A link issued before is superseded. @throws NotFound, WrongStage, AssessmentNotThere, AnswersClosed, AnswersInAccount */
  async issue(
    caller: Caller,
    assessmentId: string,
    { name, email }: IssueAnswerLinkDto,
  ): Promise<IssuedAnswerLinkDto> {
    const { token, hash } = issueToken(caller.organizationId);
    const link = await this.transactor.write(caller, async (tx) => {
      const { dossier, assessment } = await this.desk.take(tx, caller, assessmentId);
      await this.desk.books.dossiers.postWith(tx, caller, 'assessment:write', dossier);
      if (!isOut(assessment.status)) throw assessmentNotThere(assessment.status);
      const { dueOn } = assessment;
      if (dueOn < this.desk.clock.today()) throw new AnswersClosed(dueOn, NO_LINK);
      if (assessment.firmId !== null) throw new AnswersInAccount();
      const issuedAt = this.clock.now().toISOString();
      await this.links.supersede(tx, caller, assessmentId, issuedAt);
      const row = {
        ...{ id: uuidv7(), assessmentId, name, email: email.toLowerCase() },
        ...{ issuedBy: caller.personId, issuedAt, supersededAt: null },
      };
      await this.links.insert(tx, caller, { ...row, tokenHash: hash });
      await this.desk.books.trail.append(tx, caller, {
        ...{ action: 'answer-link.issued', subject: { kind: 'assessment', id: assessmentId } },
        ...{ after: row, facts: { link: row.id, name } },
      });
      return this.shown(await this.links.read(tx, caller, row.id));
    });
    const isReplayed = caller.idempotency?.replayed === true;
    return { ...link, url: isReplayed ? null : `${this.publicUrl.origin}/answers/${token}` };
  }

  /** The latest first. @throws NotFound */
  list(caller: Caller, assessmentId: string): Promise<AnswerLinkListDto> {
    return this.transactor.read(caller, async (tx) => {
      await this.desk.assessments.read(tx, caller, assessmentId);
      const rows = await this.links.ofAssessment(tx, caller, assessmentId);
      return { items: rows.map((row) => this.shown(row)) };
    });
  }

  private shown(row: AnswerLinkRow): AnswerLinkDto {
    const { id, assessmentId, name, email, issuedBy, issuedAt, dueOn: expiresOn } = row;
    const standing = answerLinkStanding(row, this.desk.clock.today());
    return { id, assessmentId, name, email, issuedBy, issuedAt, expiresOn, standing };
  }
}
