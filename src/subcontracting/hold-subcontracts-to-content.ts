import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { MaterialChanges, type Dossier } from '../engagements/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import { Chains } from './chains.js';
import { fallingWith } from './domain/chain.js';
import { isApproved } from './domain/subcontract-lifecycle.js';

const CHANGED =
  '承認の根拠とした情報の取扱いが変わったため（the information it was approved for has changed)';

/** Approvals are held to the information they were given for: of another class, it was not approved. */
@Injectable()
export class HoldSubcontractsToContent implements OnModuleInit {
  constructor(
    private readonly changes: MaterialChanges,
    private readonly chains: Chains,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe((tx, actor, dossier) => this.hold(tx, actor, dossier));
  }

  private async hold(tx: Tx, actor: Actor, dossier: Dossier): Promise<void> {
    const { subcontracts, books } = this.chains;
    const hops = await subcontracts.ofEngagement(tx, actor, dossier.engagement.id);
    const approved = hops.filter(({ status }) => isApproved(status));
    if (approved.length === 0) return;
    const handled = await books.dossiers.dataItems(tx, actor, dossier);
    const changed = approved
      .filter((hop) => this.chains.hashOf(hop, { handled }) !== hop.approvedHash)
      .map(({ id }) => id);
    const fallen = new Set(changed.flatMap((id) => [id, ...fallingWith(hops, id)]));
    await this.chains.letFall(tx, actor, dossier, [...fallen], CHANGED);
  }
}
