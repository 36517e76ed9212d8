import { Injectable } from '@nestjs/common';
import { Duties } from '../duties/index.js';
import { Authority } from '../organizations/index.js';
import { rolesWithDuty } from '../policies/index.js';
import type { Caller, HeldPost } from '../shared/authorization/caller.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { AnswersRepository, type GivenBy } from './answers.repository.js';
import type { AssessmentCase } from './assessment-desk.js';
import { METHOD_RULES, procedureStatusOn } from './domain/procedure.js';
import { AnswersSealed } from './domain/procedure.errors.js';
import { StaffAnswersMissing } from './domain/vendor-checklist.errors.js';
import { ProceduresRepository } from './procedures.repository.js';

/** A safeguard of the product that a body may switch off. */
const KEEP_APART = 'separate-submitter-and-reviewer';

/** Who reviews, and of whom. */
export interface Seat {
  readonly reviewedAs: string;
  readonly reviewedIn: HeldPost;
  readonly submittedBy: string | null;
  readonly dutiesJoined: boolean;
  readonly dutyWaiverId: string | null;
  readonly answers: readonly GivenBy[];
}

/** Finds who may judge answers, and holds them apart from who gave them. */
@Injectable()
export class ReviewPanel {
  constructor(
    private readonly answers: AnswersRepository,
    private readonly authority: Authority,
    private readonly duties: Duties,
    private readonly procedures: ProceduresRepository,
    private readonly clock: BusinessClock,
  ) {}

  /** Keeps answers from being reviewed while others may still come, where the method asks for it. @throws AnswersSealed */
  async refuseSealed(tx: Tx, caller: Caller, { assessment }: AssessmentCase): Promise<void> {
    const { procedureId, method } = assessment;
    if (procedureId === null || !METHOD_RULES[method].isSealed) return;
    const procedure = await this.procedures.lock(tx, caller, procedureId);
    const today = this.clock.today();
    const status = procedureStatusOn(procedure, today);
    const awaited = await this.procedures.lastAwaited(tx, caller, procedureId, today);
    const until = status === 'open' ? procedure.closesOn : awaited;
    if (until !== null) throw new AnswersSealed(until);
  }

  /** @throws RoleRequired, StaffAnswersMissing, SeparationOfDuties */
  async seat(tx: Tx, caller: Caller, { assessment, dossier }: AssessmentCase): Promise<Seat> {
    const roles = rolesWithDuty(dossier.pack, 'review');
    const { unitId } = dossier.engagement;
    const reviewedIn = await this.authority.postIn(tx, caller, { roles, unitId });
    const { submittedBy } = await this.answers.submission(tx, caller, assessment);
    const open = await this.answers.open(tx, caller, assessment);
    if (open.length > 0) throw new StaffAnswersMissing(open);
    const answers = await this.answers.ofRound(tx, caller, assessment);
    const issuers = await this.answers.linkIssuers(tx, caller, assessment);
    const { engagement, pack } = dossier;
    const dutiesJoined = await this.duties.joinedBy(tx, caller, pack, KEEP_APART);
    const dutyWaiverId = await this.duties.apart(tx, caller, {
      ...{ rule: 'submit-score', acts: JUDGING, engagementId: engagement.id },
      earlier: dutiesJoined ? [] : [...answerers(submittedBy, answers), ...issuers],
    });
    if (!dutiesJoined && dutyWaiverId === null) await this.refuseOwn(tx, caller, engagement);
    const reviewedAs = reviewedIn.roleId;
    return { reviewedAs, reviewedIn, submittedBy, dutiesJoined, dutyWaiverId, answers };
  }

  /** Reviewers come from elsewhere than the section that asks. @throws SeparationOfDuties */
  private async refuseOwn(
    tx: Tx,
    caller: Caller,
    { id: engagementId, unitId }: AssessmentCase['dossier']['engagement'],
  ): Promise<void> {
    if (!caller.posts.some((post) => post.unitId === unitId)) return;
    const earlier = [caller.personId];
    await this.duties.apart(tx, caller, {
      ...{ rule: 'submit-score', acts: JUDGING_OWN, engagementId, earlier },
    });
  }

  /** Keeps whoever gave or reviewed the answers from reconciling the reviews. @throws SeparationOfDuties */
  async reconciler(
    tx: Tx,
    caller: Caller,
    { assessment, dossier }: AssessmentCase,
    reviewers: readonly string[],
  ): Promise<Pick<Seat, 'submittedBy' | 'dutyWaiverId'>> {
    const { submittedBy } = await this.answers.submission(tx, caller, assessment);
    const answers = await this.answers.ofRound(tx, caller, assessment);
    const issuers = await this.answers.linkIssuers(tx, caller, assessment);
    const dutyWaiverId = await this.duties.apart(tx, caller, {
      ...{ rule: 'score-approve', acts: RECONCILING, engagementId: dossier.engagement.id },
      earlier: [...answerers(submittedBy, answers), ...issuers, ...reviewers],
    });
    return { submittedBy, dutyWaiverId };
  }
}

/** Who of the body entered or submitted answers. */
function answerers(submittedBy: string | null, answers: readonly GivenBy[]): readonly string[] {
  const hands = [submittedBy, ...answers.map(({ enteredBy }) => enteredBy)];
  return hands.filter((hand) => hand !== null);
}

const JUDGING = {
  ja: '回答の入力又は提出とその審査',
  en: 'entering or submitting the answers and judging them',
};
const JUDGING_OWN = {
  ja: '案件の所管課の業務とその候補者の審査',
  en: 'working in the section that asks and judging its candidates',
};
const RECONCILING = {
  ja: '回答の提出又は審査と、審査の相違の調整',
  en: 'giving or reviewing the answers and reconciling the reviews',
};
