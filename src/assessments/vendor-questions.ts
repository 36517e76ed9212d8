import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { refuseEnded } from '../engagements/index.js';
import { refuse } from '../shared/domain/domain-error.js';
import type { VendorPerson } from '../shared/domain/vendor-person.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { AssessmentsRepository } from './assessments.repository.js';
import {
  ClarificationsRepository,
  type CandidateClarification,
  type ClarificationRow,
} from './clarifications.repository.js';
import {
  audienceOfQuestion,
  clarificationFaults,
  isOpenToClarification,
} from './domain/clarification.js';
import { NotInProcedure } from './domain/procedure.errors.js';
import { procedureStatusOn } from './domain/procedure.js';
import { procedureNotThere } from './domain/procedure-standing.js';
import { NotWithVendor } from './domain/vendor-checklist.errors.js';
import { ProcedureDesk, type ProcedureCase } from './procedure-desk.js';
import { named, refuseStranger, vendorActor } from './vendor-answers.js';

/** What somebody of a vendor asks. */
export interface VendorQuestion {
  readonly criterionId?: string | undefined;
  readonly text: string;
}

/** The procedure of a candidate, with who sent it the checklist. */
interface AskedCase extends ProcedureCase {
  readonly sentBy: string;
}

/** What somebody of a candidate asks the body, however they came; in the name of the body, by the rules of staff who enter a question. */
@Injectable()
export class VendorQuestions {
  constructor(
    private readonly desk: ProcedureDesk,
    private readonly assessments: AssessmentsRepository,
    private readonly clarifications: ClarificationsRepository,
  ) {}

  /** Asks about a criterion, or about none in particular. @throws NotFound, InvalidInput, WrongStage, NotWithVendor, NotInProcedure, ProcedureNotThere */
  async ask(
    tx: Tx,
    scope: Scope,
    assessmentId: string,
    { criterionId, text }: VendorQuestion,
    person: VendorPerson,
  ): Promise<CandidateClarification> {
    const { dossier, procedure, sentBy } = await this.take(tx, scope, assessmentId);
    const { id: procedureId, method } = procedure;
    const visibleTo = audienceOfQuestion(method);
    const asked = procedure.criteria.filter(({ answeredBy }) => answeredBy === 'vendor');
    const criteria = new Set(asked.map((criterion) => criterion.criterionId));
    const question = { kind: 'question', assessmentId, criterionId, visibleTo } as const;
    refuse(clarificationFaults(question, { method, criteria }));
    const askedOn = this.desk.clock.today();
    const status = procedureStatusOn(procedure, askedOn);
    if (!isOpenToClarification('question', method, status)) throw procedureNotThere(status);
    const told = {
      ...{ id: uuidv7(), kind: question.kind, criterionId: criterionId ?? null, text, askedOn },
      ...{ answer: null, answeredOn: null },
    };
    const after: ClarificationRow = {
      ...{ ...told, procedureId, assessmentId, visibleTo, shownAs: null },
      ...{ askedBy: null, askedByVendor: person, answeredBy: null },
    };
    await this.clarifications.insert(tx, scope, after);
    const actor = vendorActor(scope);
    const subject = { kind: 'clarification', id: after.id };
    await this.desk.books.trail.append(tx, actor, {
      ...{ action: 'clarification.asked', subject, after },
      facts: { procedureId, kind: question.kind, visibleTo, givenBy: named(person) },
    });
    await this.desk.books.notices.tell(tx, actor, dossier, {
      ...{ code: 'clarification.asked', subject, people: [sentBy, procedure.openedBy] },
    });
    return { ...told, isOwn: true };
  }

  /** Whether a procedure takes questions today. @throws NotFound */
  async isOpen(tx: Tx, scope: Scope, procedureId: string | null): Promise<boolean> {
    if (procedureId === null) return false;
    const procedure = await this.desk.procedures.head(tx, scope, procedureId);
    const status = procedureStatusOn(procedure, this.desk.clock.today());
    return isOpenToClarification('question', procedure.method, status);
  }

  /** Locks the dossier, the assessment and its procedure. @throws NotFound, WrongStage, NotWithVendor, NotInProcedure */
  private async take(tx: Tx, scope: Scope, assessmentId: string): Promise<AskedCase> {
    const { engagementId } = await this.assessments.read(tx, scope, assessmentId);
    const dossier = await this.desk.books.dossiers.lock(tx, scope, engagementId);
    const assessment = await this.assessments.lock(tx, scope, assessmentId);
    refuseStranger(scope, assessment);
    refuseEnded(dossier.engagement.status);
    const { status, procedureId, sentBy } = assessment;
    if (status === 'withdrawn') throw new NotWithVendor(status);
    if (procedureId === null) throw new NotInProcedure();
    const procedure = await this.desk.procedures.lock(tx, scope, procedureId);
    return { dossier, procedure, sentBy };
  }
}
