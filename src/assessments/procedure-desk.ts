import { Injectable } from '@nestjs/common';
import { refuseEnded, type Dossier } from '../engagements/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { AssessmentBooks } from './assessment-books.js';
import { METHOD_RULES, procedureStatusOn, type ProcedureStatus } from './domain/procedure.js';
import { procedureNotThere } from './domain/procedure-standing.js';
import type { ProcedureDto } from './dto/procedure.dto.js';
import {
  ProceduresRepository,
  type LockedProcedure,
  type ProcedureHead,
} from './procedures.repository.js';

/** A procedure taken up to be acted on, with the dossier of its engagement, both locked. */
export interface ProcedureCase {
  readonly dossier: Dossier;
  readonly procedure: LockedProcedure;
}

/** What became of a procedure. */
export interface ProcedureStep {
  /** Within `selection-procedure.`, as the trail tells it. */
  readonly action: string;
  readonly patch: Parameters<ProceduresRepository['update']>[3];
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** How every act on a selection procedure begins and ends. */
@Injectable()
export class ProcedureDesk {
  constructor(
    readonly books: AssessmentBooks,
    readonly procedures: ProceduresRepository,
    readonly clock: BusinessClock,
  ) {}

  /** Locks the dossier, then the procedure. @throws NotFound, Stale, WrongStage */
  async take(
    tx: Tx,
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
  ): Promise<ProcedureCase> {
    const read = (): ReturnType<ProceduresRepository['place']> =>
      this.procedures.place(tx, caller, id);
    const { dossier } = await this.books.dossiers.lockWith(tx, caller, read, expected);
    refuseEnded(dossier.engagement.status);
    return { dossier, procedure: await this.procedures.lock(tx, caller, id) };
  }

  /** @throws ProcedureNotThere */
  require(procedure: LockedProcedure, ...statuses: readonly ProcedureStatus[]): void {
    const status = procedureStatusOn(procedure, this.clock.today());
    if (!statuses.includes(status)) throw procedureNotThere(status);
  }

  /** Writes what became of the procedure, and raises the version of the dossier. */
  async record(
    tx: Tx,
    caller: Caller,
    { dossier, procedure: before }: ProcedureCase,
    { action, patch, facts = {} }: ProcedureStep,
  ): Promise<void> {
    const after = await this.procedures.update(tx, caller, before, patch);
    await this.books.trail.append(tx, caller, {
      ...{ action: `selection-procedure.${action}`, before, after, facts },
      subject: { kind: 'selection-procedure', id: after.id },
    });
    await this.books.dossiers.touch(tx, caller, dossier);
  }

  /** The procedure as it now stands. @throws NotFound */
  async show(tx: Tx, caller: Caller, id: string): Promise<ProcedureDto> {
    return procedureOf(await this.procedures.head(tx, caller, id), this.clock.today());
  }
}

/** A procedure as it is answered on a day. */
export function procedureOf({ isConcluded, ...head }: ProcedureHead, today: string): ProcedureDto {
  const status = procedureStatusOn({ ...head, isConcluded }, today);
  return { ...head, status, rules: METHOD_RULES[head.method] };
}
