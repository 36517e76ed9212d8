import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FirmLinkChanges } from '../vendors/index.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { SystemClock } from '../shared/time/clock.js';
import { AnswerDraftsRepository } from './answer-drafts.repository.js';
import { AnswerLinksRepository } from './answer-links.repository.js';
import { VendorChecklistsRepository } from './vendor-checklists.repository.js';

/** A firm is shown what its vendor is asked as long as the link to it is in force. */
@Injectable()
export class ShareWithFirms implements OnModuleInit {
  constructor(
    private readonly links: FirmLinkChanges,
    private readonly checklists: VendorChecklistsRepository,
    private readonly drafts: AnswerDraftsRepository,
    private readonly answerLinks: AnswerLinksRepository,
    private readonly clock: SystemClock,
  ) {}

  onModuleInit(): void {
    this.links.subscribe(async (tx, actor, { vendorId, firmId }) => {
      await this.checklists.share(tx, actor, vendorId, firmId);
      if (firmId === null) await this.drafts.clearOfFirm(tx, actor, vendorId);
      else await this.endAnswerLinks(tx, actor, vendorId);
    });
  }

  /** For good: who held one must not read what the firm answered, once the firm is linked no more. */
  private endAnswerLinks(tx: Tx, scope: Scope, vendorId: string): Promise<void> {
    return this.answerLinks.supersedeOfVendor(tx, scope, vendorId, this.clock.now().toISOString());
  }
}
