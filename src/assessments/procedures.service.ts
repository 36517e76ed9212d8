import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { isLightestTier } from '../policies/index.js';
import { refuseEnded, type Dossier } from '../engagements/index.js';
import { OrganizationService } from '../organizations/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { canonicalJson } from '../shared/domain/canonical-json.js';
import { refuse } from '../shared/domain/domain-error.js';
import { sha256Hex } from '../shared/hashing.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import {
  candidateFaults,
  ChecklistSender,
  type AskedCandidate,
  type AskedChecklist,
} from './checklist-sender.js';
import { dueFaults } from './domain/answer-input.js';
import { knockOutsOf, type FrozenCriterion } from './domain/frozen-checklist.js';
import { procedureFaults } from './domain/procedure.js';
import { ProcedureUnderWay } from './domain/procedure.errors.js';
import type { InviteCandidateDto } from './dto/assessment.dto.js';
import type { OpenProcedureDto, ProcedureDto } from './dto/procedure.dto.js';
import { ProcedureDesk } from './procedure-desk.js';
import type { LockedProcedure, ProcedureRow } from './procedures.repository.js';

/** Seeking the vendor of an engagement among candidates. */
@Injectable()
export class ProceduresService {
  constructor(
    private readonly transactor: Transactor,
    private readonly desk: ProcedureDesk,
    private readonly sender: ChecklistSender,
    private readonly organizations: OrganizationService,
  ) {}

  /**
   * Freezes what the policy asks now, and asks every candidate the same by the same day.
   * @throws NotFound, InvalidInput, WrongStage, ProcedureUnderWay, NothingToAsk, CandidateAlreadyAssessed
   */
  open(caller: Caller, engagementId: string, body: OpenProcedureDto): Promise<ProcedureDto> {
    return this.transactor.write(caller, async (tx) => {
      const { books, procedures } = this.desk;
      const dossier = await books.dossiers.lock(tx, caller, engagementId);
      refuseEnded(dossier.engagement.status);
      const openedIn = await books.dossiers.postWith(tx, caller, 'selection:conduct', dossier);
      await this.refuseUnfit(tx, caller, dossier, body);
      const underWay = await procedures.underWay(tx, caller, engagementId);
      if (underWay !== undefined) throw new ProcedureUnderWay(underWay);
      const asked = await this.sender.asked(tx, caller, dossier);
      const row = { ...this.draw(caller, dossier, body, asked), openedIn };
      await procedures.insert(tx, caller, row);
      await books.trail.append(tx, caller, {
        ...{ action: 'selection-procedure.opened', after: row },
        subject: { kind: 'selection-procedure', id: row.id },
        facts: { method: row.method, closesOn: row.closesOn, checklistHash: row.checklistHash },
      });
      for (const candidate of candidatesOf(body)) {
        await this.ask(tx, caller, dossier, row, candidate);
      }
      await books.dossiers.touch(tx, caller, dossier);
      return this.desk.show(tx, caller, row.id);
    });
  }

  /** Asks another candidate the same, until the last day. @throws NotFound, Stale, InvalidInput, WrongStage, ProcedureNotThere, CandidateAlreadyAssessed */
  invite(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: InviteCandidateDto,
  ): Promise<ProcedureDto> {
    return this.transactor.write(caller, async (tx) => {
      const taken = await this.desk.take(tx, caller, id, expected);
      const { dossier, procedure } = taken;
      await this.desk.books.dossiers.postWith(tx, caller, 'selection:conduct', dossier);
      refuse(candidateFaults(dossier, body));
      this.desk.require(procedure, 'open');
      await this.ask(tx, caller, dossier, procedure, body);
      const facts = { ...body };
      await this.desk.record(tx, caller, taken, { action: 'candidate-invited', patch: {}, facts });
      return this.desk.show(tx, caller, id);
    });
  }

  private async refuseUnfit(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    body: OpenProcedureDto,
  ): Promise<void> {
    const { engagement, pack } = dossier;
    const { method, light = false, estimatedAmount = null, contractSort = 'other' } = body;
    const faults = procedureFaults({
      ...{ method, isLight: light, reason: body.reason ?? null, estimatedAmount },
      lightLimit: light
        ? await this.organizations.smallContractLimit(tx, caller, contractSort)
        : null,
      isLowestTier: isLightestTier(pack, new Set(engagement.facts)),
    });
    const due = dueFaults(body.closesOn, this.desk.clock.today());
    const candidates = candidatesOf(body).flatMap((one) => candidateFaults(dossier, one));
    refuse([
      ...faults,
      ...due.map((fault) => ({ ...fault, pointer: '#/closesOn' })),
      ...candidates,
    ]);
  }

  private draw(
    caller: Caller,
    { engagement }: Dossier,
    body: OpenProcedureDto,
    { criteria: all, ...asked }: AskedChecklist,
  ): Omit<ProcedureRow, 'openedIn'> {
    const { method, closesOn, light: isLight = false } = body;
    const criteria = isLight ? placed(knockOutsOf(all)) : all;
    const { scoreSuitable: suitable, scoreConditional: conditional } = asked;
    const thresholds = { suitable, conditional };
    return {
      ...{ id: uuidv7(), version: 1, engagementId: engagement.id, method, isLight, closesOn },
      ...{ reason: body.reason ?? null, estimatedAmount: body.estimatedAmount ?? null },
      ...{ contractSort: body.contractSort ?? null, ...asked, criteria },
      ...(isLight && { reviewersRequired: 1 }),
      checklistHash: sha256Hex(canonicalJson({ thresholds, criteria })),
      toleratedDifference: body.toleratedDifference ?? '0',
      ...{ openedBy: caller.personId, openedOn: this.desk.clock.today() },
      ...{ closedOn: null, cancelledOn: null, cancelledReason: null },
    };
  }

  private async ask(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    procedure: ProcedureRow | LockedProcedure,
    candidate: AskedCandidate,
  ): Promise<void> {
    const { id: procedureId, closesOn: dueOn, method, toleratedDifference, criteria } = procedure;
    const { policyVersionId, reviewersRequired, scoreSuitable, scoreConditional } = procedure;
    const asked = { criteria, policyVersionId, reviewersRequired, scoreSuitable, scoreConditional };
    const terms = { ...asked, procedureId, dueOn, method, toleratedDifference };
    await this.sender.send(tx, caller, dossier, terms, candidate);
  }
}

function candidatesOf({ candidates = [] }: OpenProcedureDto): AskedCandidate[] {
  return candidates.map((candidate, at) => ({ ...candidate, at: `#/candidates/${String(at)}` }));
}

/** The same one after the other, from the first place. */
function placed(criteria: readonly FrozenCriterion[]): FrozenCriterion[] {
  return criteria.map((criterion, at) => ({ ...criterion, position: at + 1 }));
}
