import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { Notices, type NoticeCode } from '../notifications/index.js';
import { Authority } from '../organizations/index.js';
import { rolesWithDuty } from '../policies/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import type { Dossier } from './dossier.js';

/** Tells whoever is concerned by something in an engagement, in the transaction in which it happens. */
@Injectable()
export class DossierNotices {
  constructor(
    private readonly notices: Notices,
    private readonly authority: Authority,
  ) {}

  /**
   * Tells the people named and those responsible for the engagement: who drafted it, and who manages the
   * section (情報セキュリティ管理者) today. Each is told once.
   */
  async tell(
    tx: Tx,
    actor: Actor,
    { engagement, pack }: Dossier,
    { code, subject, people }: DossierEvent,
  ): Promise<void> {
    const { id: engagementId, draftedBy, unitId } = engagement;
    const roles = rolesWithDuty(pack, 'manage-section');
    const responsible = await this.authority.holdersOf(tx, actor, roles, unitId);
    const concerned = [...people, draftedBy, ...responsible];
    await this.notices.tell(tx, actor, { code, subject, engagementId }, concerned);
  }
}

/** What happened in an engagement, and who is concerned besides those responsible for it. */
interface DossierEvent {
  readonly code: NoticeCode;
  /** As the trail names it. */
  readonly subject: { readonly kind: string; readonly id: string };
  /** Ids of people; null for one who is not known. */
  readonly people: readonly (string | null)[];
}
