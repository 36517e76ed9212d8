import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type Dossier } from '../engagements/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import type { SelectVendorDto } from './dto/selection.dto.js';
import { Eligibility } from './eligibility.js';
import { SelectionContent } from './selection-content.js';
import type { SelectionRow } from './selections.repository.js';
import { Selectors } from './selectors.js';
import { refuse } from '../shared/domain/domain-error.js';

/** Draws up selections: of whom, by whom, on what. */
@Injectable()
export class SelectionDrafts {
  constructor(
    private readonly eligibility: Eligibility,
    private readonly selectors: Selectors,
    private readonly content: SelectionContent,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws InvalidInput, CandidateNotEligible, VendorSuspended, RoleRequired, SeparationOfDuties */
  async draw(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    { assessmentId, method, reasons, madeElsewhere }: SelectVendorDto,
  ): Promise<SelectionRow> {
    const candidate = await this.eligibility.require(tx, caller, dossier, assessmentId);
    const { vendorId, cloudServiceId, outcome } = candidate;
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
