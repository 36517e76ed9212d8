import type { ExitPlan } from './exit-plan.js';

/** A firm the candidate would have work done by (再委託の予定). */
export interface OfferedSubcontractor {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Its place in the chain; 2 is who the candidate itself would entrust. */
  readonly rank: number;
  readonly work: string;
  readonly handlesInformation: boolean;
}

/** What a candidate offers beside its answers: whom it would entrust, and how the body gets out. */
export interface Offer {
  readonly subcontractors: readonly OfferedSubcontractor[];
  /** Null where the candidate offers none. */
  readonly exitPlan: ExitPlan | null;
}

/** An offer as it is given, with what is not promised left out. */
export interface GivenOffer {
  readonly subcontractors: readonly OfferedSubcontractor[];
  readonly exitPlan?: Pick<ExitPlan, 'formats' | 'helpOffered'> & {
    readonly [Part in Exclude<keyof ExitPlan, 'formats' | 'helpOffered'>]?: NonNullable<
      ExitPlan[Part]
    >;
  };
}

/** An offer as it is kept. */
export function offerOf({ subcontractors, exitPlan }: GivenOffer): Offer {
  return {
    subcontractors: subcontractors.map((subcontractor) => ({ ...subcontractor })),
    exitPlan: exitPlan === undefined ? null : planOf(exitPlan),
  };
}

function planOf(given: NonNullable<GivenOffer['exitPlan']>): ExitPlan {
  const { noticeDays, parallelDays, interruptionMeasures, retentionDays } = given;
  return {
    ...{ formats: given.formats, helpOffered: given.helpOffered },
    ...{ noticeDays: noticeDays ?? null, parallelDays: parallelDays ?? null },
    ...{ interruptionMeasures: interruptionMeasures ?? null, retentionDays: retentionDays ?? null },
  };
}
