import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FirmLinkChanges } from '../vendors/index.js';
import { AnswerDraftsRepository } from './answer-drafts.repository.js';
import { VendorChecklistsRepository } from './vendor-checklists.repository.js';

/** A firm is shown what its vendor is asked as long as the link to it is in force. */
@Injectable()
export class ShareWithFirms implements OnModuleInit {
  constructor(
    private readonly links: FirmLinkChanges,
    private readonly checklists: VendorChecklistsRepository,
    private readonly drafts: AnswerDraftsRepository,
  ) {}

  onModuleInit(): void {
    this.links.subscribe(async (tx, actor, { vendorId, firmId }) => {
      await this.checklists.share(tx, actor, vendorId, firmId);
      if (firmId === null) await this.drafts.clearOfFirm(tx, actor, vendorId);
    });
  }
}
