import { Injectable } from '@nestjs/common';
import { holdsOn, ObligationLedger, type Dossier } from '../engagements/index.js';
import { canonicalJson } from '../shared/domain/canonical-json.js';
import { sha256Hex } from '../shared/hashing.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { OwnershipDisclosuresRepository } from '../vendors/index.js';
import type { SelectionRow } from './selections.repository.js';

type Selected = Pick<SelectionRow, 'outcomeId' | 'vendorId' | 'cloudServiceId'>;

/** What a selection rests on. Another hash of it means that something else was decided. */
@Injectable()
export class SelectionContent {
  constructor(
    private readonly ledger: ObligationLedger,
    private readonly disclosures: OwnershipDisclosuresRepository,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * SHA-256 of the canonical JSON (RFC 8785) of the engagement's facts, the outcome selected on and, where there are such, the
   * version of the specification that stands (9(1)②ア(ウ)) and the disclosure by which control of the vendor last passed to others.
   */
  async hash(tx: Tx, scope: Scope, dossier: Dossier, selected: Selected): Promise<string> {
    const control = await this.disclosures.lastControlChangeOf(tx, scope, selected);
    return hashOf(dossier, selected, {
      control,
      specifications: await this.specifications(tx, scope, dossier),
    });
  }

  /** Whether what was selected on is as it was. One that was made on no specification is held to none. */
  async holds(tx: Tx, scope: Scope, dossier: Dossier, selection: SelectionRow): Promise<boolean> {
    const { contentHash } = selection;
    const control = await this.disclosures.lastControlChangeOf(tx, scope, selection);
    if (contentHash === hashOf(dossier, selection, { control, specifications: [] })) return true;
    return contentHash === (await this.hash(tx, scope, dossier, selection));
  }

  /** The ids of what proves that there is a specification. */
  private async specifications(tx: Tx, scope: Scope, dossier: Dossier): Promise<string[]> {
    const day = this.clock.today();
    const entries = await this.ledger.entries(tx, scope, dossier);
    const proofs = entries
      .flatMap(({ row }) => row.proofs)
      .filter((proof) => proof.recordKind === 'specification' && holdsOn(day, proof));
    return [...new Set(proofs.map(({ recordId }) => recordId))].sort();
  }
}

function hashOf(
  { engagement: { facts, kinds, segment } }: Dossier,
  { outcomeId, vendorId, cloudServiceId }: Selected,
  {
    control,
    specifications,
  }: { readonly control: string | null; readonly specifications: readonly string[] },
): string {
  return sha256Hex(
    canonicalJson({
      facts: [...facts].sort(),
      kinds: [...kinds].sort(),
      segment,
      ...{ outcomeId, vendorId, cloudServiceId },
      ...(specifications.length > 0 && { specifications }),
      ...(control !== null && { control }),
    }),
  );
}
