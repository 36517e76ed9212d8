import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type Dossier } from '../engagements/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse, type InputFault } from '../shared/domain/domain-error.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import type { SelectVendorDto } from './dto/selection.dto.js';
import { SELECTION_METHOD_WORDS, type SelectionMethod } from './domain/selection.js';
import { Comparisons } from './comparisons.js';
import { Eligibility } from './eligibility.js';
import { SelectionContent } from './selection-content.js';
import type { SelectionRow } from './selections.repository.js';
import { Selectors } from './selectors.js';

/** Draws up selections: of whom, by whom, on what. */
@Injectable()
export class SelectionDrafts {
  constructor(
    private readonly eligibility: Eligibility,
    private readonly selectors: Selectors,
    private readonly content: SelectionContent,
    private readonly comparisons: Comparisons,
    private readonly clock: BusinessClock,
  ) {}

  /** Keeps the comparison it is decided on. @throws InvalidInput, CandidateNotEligible, VendorSuspended, RoleRequired, SeparationOfDuties */
  async draw(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    { assessmentId, reasons, madeElsewhere, ...named }: SelectVendorDto,
  ): Promise<SelectionRow> {
    const candidate = await this.eligibility.require(tx, caller, dossier, assessmentId);
    const { vendorId, cloudServiceId, outcome } = candidate;
    const { method = candidate.method } = named;
    if (madeElsewhere === undefined) refuse(methodFaults(method, candidate.method));
    const { id: outcomeId, result, submittedBy, reviewedBy } = outcome;
    const decidedOn = madeElsewhere?.decidedOn ?? this.clock.today();
    if (madeElsewhere !== undefined) this.refuseDay(decidedOn, outcome.settledOn);
    const decided = { on: decidedOn, elsewhere: madeElsewhere };
    const selectedOn = { outcomeId, vendorId, cloudServiceId };
    const decider = await this.selectors.identify(tx, caller, dossier, outcome, decided);
    return {
      ...{ id: uuidv7(), engagementId: dossier.engagement.id, assessmentId, outcomeId },
      ...{ vendorId, cloudServiceId, result, method, reasons, submittedBy, reviewedBy },
      ...{ ...decider, decidedOn },
      comparisonId: await this.comparisons.keep(tx, caller, dossier, assessmentId),
      madeElsewhere: madeElsewhere === undefined ? null : { ...madeElsewhere },
      contentHash: await this.content.hash(tx, caller, dossier, selectedOn),
      ...{ reReviewSince: null, voidedOn: null, voidedReason: null },
    };
  }

  private refuseDay(decidedOn: string, settledOn: string): void {
    if (settledOn <= decidedOn && decidedOn <= this.clock.today()) return;
    refuse([
      {
        pointer: '#/madeElsewhere/decidedOn',
        detail: {
          ja: `決裁日は、評価結果が確定した ${settledOn} から本日までにしてください。`,
          en: `It must be from ${settledOn}, when the outcome was settled, until today.`,
        },
      },
    ]);
  }
}

function methodFaults(method: SelectionMethod, asked: SelectionMethod): InputFault[] {
  if (method === asked) return [];
  return [
    {
      pointer: '#/method',
      detail: {
        ja: `この候補者には「${SELECTION_METHOD_WORDS[asked].ja}」として回答を求めています。別の方法で選定するときは、その方法で選定手続を始めてください。`,
        en: `The candidate was asked for "${SELECTION_METHOD_WORDS[asked].en}". To select by another method, open a procedure of that method.`,
      },
    },
  ];
}
