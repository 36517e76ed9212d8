import { Injectable } from '@nestjs/common';
import { SeparationOfDuties, type Dossier } from '../engagements/index.js';
import { Authority, BodyPolicy } from '../organizations/index.js';
import { rolesWithDuty } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { Tx } from '../shared/persistence/tx.js';
import { AnswersRepository, type GivenBy } from './answers.repository.js';
import type { AssessmentCase } from './assessment-desk.js';

/** A safeguard of the product that a body may switch off. */
const KEEP_APART = 'separate-submitter-and-reviewer';

/** Who reviews, and of whom. */
export interface Seat {
  readonly reviewedAs: string;
  readonly submittedBy: string;
  readonly dutiesJoined: boolean;
  readonly answers: readonly GivenBy[];
}

/** Finds who may judge answers, and holds them apart from who gave them. */
@Injectable()
export class ReviewPanel {
  constructor(
    private readonly answers: AnswersRepository,
    private readonly authority: Authority,
    private readonly bodyPolicy: BodyPolicy,
  ) {}

  /** @throws RoleRequired, SeparationOfDuties */
  async seat(tx: Tx, caller: Caller, { assessment, dossier }: AssessmentCase): Promise<Seat> {
    const roles = rolesWithDuty(dossier.pack, 'review');
    const { roleId: reviewedAs } = await this.authority.postIn(tx, caller, roles);
    const { submittedBy } = await this.answers.submission(tx, caller, assessment);
    const answers = await this.answers.ofRound(tx, caller, assessment);
    const dutiesJoined = await this.lets(tx, caller, dossier, KEEP_APART);
    if (!dutiesJoined) refuseAnswerers(caller, submittedBy, answers);
    return { reviewedAs, submittedBy, dutiesJoined, answers };
  }

  /** @throws SeparationOfDuties where the caller gave or reviewed the answers */
  async refuseInvolved(
    tx: Tx,
    caller: Caller,
    { assessment }: AssessmentCase,
    reviewers: readonly string[],
  ): Promise<string> {
    const { submittedBy } = await this.answers.submission(tx, caller, assessment);
    refuseAnswerers(caller, submittedBy, await this.answers.ofRound(tx, caller, assessment));
    if (reviewers.includes(caller.personId)) {
      throw new SeparationOfDuties({
        ja: '回答の審査と、審査の相違の調整',
        en: 'reviewing the answers and reconciling the reviews',
      });
    }
    return submittedBy;
  }

  /** Whether the body has switched a safeguard off. */
  async lets(tx: Tx, caller: Caller, { pack }: Dossier, safeguard: string): Promise<boolean> {
    const settings = await this.bodyPolicy.settings(tx, caller, pack);
    return settings.get(safeguard) === false;
  }
}

function refuseAnswerers(
  { personId }: Caller,
  submittedBy: string,
  answers: readonly GivenBy[],
): void {
  if (personId !== submittedBy && answers.every(({ enteredBy }) => enteredBy !== personId)) return;
  throw new SeparationOfDuties({
    ja: '回答の入力又は提出とその審査',
    en: 'entering or submitting the answers and judging them',
  });
}
