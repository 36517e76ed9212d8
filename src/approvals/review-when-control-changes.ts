import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { Authority } from '../organizations/index.js';
import { rolesWithDuty } from '../policies/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import { ControlChanges } from '../vendors/index.js';
import { ApprovalBooks } from './approval-books.js';
import { ApprovedCloudServicesRepository } from './approved-cloud-services.repository.js';
import { ForeignLawReviews } from './foreign-law-reviews.js';

/**
 * When control of a vendor passes to others, what rests on it is reviewed in every engagement that runs:
 * decisions are held to it, and those responsible and whoever judges the trustworthiness of providers are
 * told. Where control came into another country, the law of that country is assessed anew.
 */
@Injectable()
export class ReviewWhenControlChanges implements OnModuleInit {
  constructor(
    private readonly control: ControlChanges,
    private readonly books: ApprovalBooks,
    private readonly foreignLaw: ForeignLawReviews,
    private readonly entries: ApprovedCloudServicesRepository,
    private readonly authority: Authority,
  ) {}

  onModuleInit(): void {
    this.control.subscribe({
      before: (tx, actor, id) => this.entries.lockRestingOn(tx, actor, id),
      after: (tx, actor, id) => this.reviewAll(tx, actor, id),
    });
  }

  /** Their dossiers are locked already, but for one that came to rest on the vendor since, which is locked now. */
  private async reviewAll(tx: Tx, actor: Actor, vendorId: string): Promise<void> {
    const isForeign = await this.foreignLaw.areDue(tx, actor, vendorId);
    for (const id of await this.entries.engagementsRestingOn(tx, actor, vendorId)) {
      await this.review(tx, actor, id, { vendorId, isForeign });
    }
  }

  private async review(
    tx: Tx,
    actor: Actor,
    engagementId: string,
    { vendorId, isForeign }: { readonly vendorId: string; readonly isForeign: boolean },
  ): Promise<void> {
    const { dossiers, changes, notices } = this.books;
    const dossier = await dossiers.lock(tx, actor, engagementId);
    if (isForeign) await this.foreignLaw.reopen(tx, actor, dossier);
    const judges = rolesWithDuty(dossier.pack, 'judge-trust');
    await notices.tell(tx, actor, dossier, {
      code: isForeign ? 'vendor.control-foreign' : 'vendor.control-changed',
      subject: { kind: 'vendor', id: vendorId },
      people: await this.authority.holdersOf(tx, actor, judges, dossier.engagement.unitId),
    });
    await changes.announce(tx, actor, await dossiers.touch(tx, actor, dossier));
  }
}
