import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { refuseEnded, type Dossier } from '../engagements/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { AssessmentBooks } from './assessment-books.js';
import { assessmentOf } from './assessment-head.js';
import { AssessmentsRepository, type AssessmentRow } from './assessments.repository.js';
import type { AssessmentDto } from './dto/assessment.dto.js';
import { StandingSelections } from './standing-selections.js';

/** An assessment taken up to be acted on, with the dossier of its engagement, both locked. */
export interface AssessmentCase {
  readonly dossier: Dossier;
  readonly assessment: AssessmentRow;
}

/** What became of an assessment. */
export interface AssessmentStep {
  readonly action: string;
  readonly patch: Partial<AssessmentRow>;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** How every act on an assessment begins and ends. */
@Injectable()
export class AssessmentDesk {
  constructor(
    readonly books: AssessmentBooks,
    readonly assessments: AssessmentsRepository,
    private readonly selections: StandingSelections,
    readonly clock: BusinessClock,
  ) {}

  /** Locks the dossier, then the assessment. @throws NotFound, Stale, WrongStage */
  async take(
    tx: Tx,
    caller: Caller,
    id: string,
    expected?: ExpectedVersion,
  ): Promise<AssessmentCase> {
    expected?.require();
    const { engagementId } = await this.assessments.read(tx, caller, id);
    const dossier = await this.books.dossiers.lock(tx, caller, engagementId);
    const assessment = await this.assessments.lock(tx, caller, id);
    expected?.compare(assessment.version);
    refuseEnded(dossier.engagement.status);
    return { dossier, assessment };
  }

  /** Writes what became of the assessment. */
  async record(
    tx: Tx,
    actor: Actor,
    { assessment: before, dossier }: AssessmentCase,
    { action, patch, facts }: AssessmentStep,
  ): Promise<AssessmentCase> {
    const after = await this.assessments.update(tx, actor, before, patch);
    const subject = { kind: 'assessment', id: after.id };
    await this.books.trail.append(tx, actor, {
      ...{ action, subject, before, after },
      ...(facts !== undefined && { facts }),
    });
    return { dossier, assessment: after };
  }

  /** Raises the version of the dossier, and lets what rests on it follow. */
  async touch(tx: Tx, caller: Caller, { dossier }: AssessmentCase): Promise<void> {
    const patch = await this.selections.vendorPatch(tx, caller, dossier);
    const touched = await this.books.dossiers.touch(tx, caller, dossier, patch);
    await this.books.changes.announce(tx, caller, touched);
  }

  /** The assessment as it now stands. @throws NotFound */
  async show(tx: Tx, caller: Caller, id: string): Promise<AssessmentDto> {
    return assessmentOf(await this.assessments.head(tx, caller, id), this.clock.today());
  }
}
