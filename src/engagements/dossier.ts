import type { ObligationRule, Pack, ProofKind } from '../policies/index.js';
import type { ObligationState } from './domain/obligation-state.js';
import type { EngagementRow } from './engagements.repository.js';
import type { ObligationRow } from './obligations.repository.js';

/** An engagement with the policy version it runs on. */
export interface Dossier {
  readonly engagement: EngagementRow;
  readonly pack: Pack;
}

/** A record that takes effect on the obligations it can prove. */
export interface ProvingRecord {
  readonly kind: ProofKind;
  readonly id: string;
  /** What kind of record, clause or report it is, where the policy tells them apart. */
  readonly of?: readonly string[];
  /** Keys of the articles it takes effect on; of every article where left out. */
  readonly articles?: readonly string[];
  /** First and last day of its effect; from today and without end where left out. */
  readonly validFrom?: string;
  readonly validUntil?: string | null;
}

/** An obligation in force with its rule and where it stands. */
export interface LedgerEntry {
  readonly row: ObligationRow;
  readonly rule: ObligationRule;
  readonly state: ObligationState;
}

/** The settings of the body that due dates are reckoned by. */
export type Settings = ReadonlyMap<string, string | number | boolean>;
