import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditTrail, type Actor } from '../audit-trail/index.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { SystemClock } from '../shared/time/clock.js';
import { FirmLinkChanges } from './firm-link-changes.js';
import { FirmLinksRepository, type FirmLinkRow } from './firm-links.repository.js';

/** Enters links, within the acceptance of an invitation. */
@Injectable()
export class FirmLinking {
  constructor(
    private readonly links: FirmLinksRepository,
    private readonly changes: FirmLinkChanges,
    private readonly trail: AuditTrail,
    private readonly clock: SystemClock,
  ) {}

  /** Whether a vendor is linked, or about to be. */
  isLive(tx: Tx, scope: Scope, vendorId: string): Promise<boolean> {
    return this.links.isLive(tx, scope, vendorId);
  }

  /** @throws VendorLinked, FirmLinkedElsewhere */
  async enter(
    tx: Tx,
    actor: Actor,
    link: Omit<
      FirmLinkRow,
      'id' | 'version' | 'acceptedAt' | 'endedAt' | 'endedSide' | 'endReason'
    >,
  ): Promise<FirmLinkRow> {
    const acceptedAt = this.clock.now().toISOString();
    const row = {
      id: uuidv7(),
      ...link,
      acceptedAt,
      endedAt: null,
      endedSide: null,
      endReason: null,
    };
    await this.links.insert(tx, actor, row);
    const { id, vendorId, firmId, status } = row;
    const subject = { kind: 'firm-link', id };
    const facts = { vendorId, firmId, status };
    await this.trail.append(tx, actor, {
      action: 'firm-link.accepted',
      subject,
      after: row,
      facts,
    });
    if (status === 'active') await this.changes.announce(tx, actor, { vendorId, firmId });
    return { ...row, version: 1 };
  }
}
