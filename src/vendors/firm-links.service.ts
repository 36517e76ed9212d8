import { Injectable } from '@nestjs/common';
import { AuditTrail, type Actor } from '../audit-trail/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { pageOf, positionAfter, type PageQuery } from '../shared/http/page.js';
import type { Scope } from '../shared/persistence/scope.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { SystemClock } from '../shared/time/clock.js';
import { FirmLinkNotThere } from './domain/firm-link.errors.js';
import type { FirmLinkPageDto, FirmLinkResponseDto } from './dto/firm-link.dto.js';
import { FirmLinkChanges } from './firm-link-changes.js';
import { FirmLinksRepository, type FirmLinkRow } from './firm-links.repository.js';

/** Links between vendors of bodies and the accounts of firms, from either side. */
@Injectable()
export class FirmLinksService {
  constructor(
    private readonly transactor: Transactor,
    private readonly links: FirmLinksRepository,
    private readonly changes: FirmLinkChanges,
    private readonly trail: AuditTrail,
    private readonly clock: SystemClock,
  ) {}

  /** @throws NotFound */
  readOfVendor(caller: Caller, vendorId: string): Promise<FirmLinkResponseDto> {
    return this.transactor.read(caller, (tx) => this.links.ofVendor(tx, caller, vendorId));
  }

  /** The body agrees to who accepted for the firm. @throws NotFound, Stale, FirmLinkNotThere */
  confirm(
    caller: Caller,
    vendorId: string,
    expected: ExpectedVersion,
  ): Promise<FirmLinkResponseDto> {
    return this.changeOfVendor(caller, vendorId, expected, 'firm-link.agreed', ({ status }) => {
      if (status !== 'awaiting-body') throw new FirmLinkNotThere(status);
      return { status: 'active', agreedBy: caller.personId };
    });
  }

  /** @throws NotFound, Stale, FirmLinkNotThere */
  endByBody(
    caller: Caller,
    vendorId: string,
    expected: ExpectedVersion,
    reason: string,
  ): Promise<FirmLinkResponseDto> {
    return this.changeOfVendor(caller, vendorId, expected, 'firm-link.ended', ({ status }) =>
      this.ended(status, 'body', reason),
    );
  }

  /** What the firm of the caller is linked to. */
  async listOfFirm(caller: Caller, query: PageQuery): Promise<FirmLinkPageDto> {
    const after = positionAfter(query);
    const rows = await this.transactor.read(caller, (tx) =>
      this.links.ofFirm(tx, caller.organizationId, query.limit + 1, after),
    );
    return pageOf(query, rows, {
      position: ({ id }) => ({ key: id, id }),
      item: ({ organizationId: _, ...row }) => row,
    });
  }

  /** Both sides' trails tell of it. @throws NotFound, Stale, FirmLinkNotThere */
  endByFirm(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    reason: string,
  ): Promise<FirmLinkResponseDto> {
    return this.transactor.write(caller, async (tx) => {
      expected.require();
      const firmId = caller.organizationId;
      const { organizationId, vendorId } = await this.links.sharedWith(tx, firmId, id);
      const body: Scope = { organizationId, firmId };
      const after = await this.transactor.inNameOf(tx, body, async () => {
        const before = await this.links.lock(tx, body, { id, vendorId }, expected);
        const change = this.ended(before.status, 'firm', reason);
        return this.keep(tx, { ...caller, organizationId }, before, 'firm-link.ended', change);
      });
      await this.record(tx, caller, 'firm-link.ended', after);
      return after;
    });
  }

  private changeOfVendor(
    caller: Caller,
    vendorId: string,
    expected: ExpectedVersion,
    action: string,
    decide: (before: FirmLinkRow) => Partial<FirmLinkRow>,
  ): Promise<FirmLinkResponseDto> {
    return this.transactor.write(caller, async (tx) => {
      expected.require();
      const { id } = await this.links.ofVendor(tx, caller, vendorId);
      const before = await this.links.lock(tx, caller, { id, vendorId }, expected);
      return this.keep(tx, caller, before, action, decide(before));
    });
  }

  private async keep(
    tx: Tx,
    actor: Actor,
    before: FirmLinkRow,
    action: string,
    change: Partial<FirmLinkRow>,
  ): Promise<FirmLinkRow> {
    const after = await this.links.update(tx, actor, { ...before, ...change });
    await this.record(tx, actor, action, after, before);
    const { vendorId, firmId, status } = after;
    const linked = { vendorId, firmId: status === 'active' ? firmId : null };
    await this.changes.announce(tx, actor, linked);
    return after;
  }

  private ended(
    status: string,
    endedSide: 'body' | 'firm',
    endReason: string,
  ): Partial<FirmLinkRow> {
    if (status === 'ended') throw new FirmLinkNotThere(status);
    return { status: 'ended', endedSide, endReason, endedAt: this.clock.now().toISOString() };
  }

  private record(
    tx: Tx,
    actor: Actor,
    action: string,
    after: FirmLinkRow,
    before?: FirmLinkRow,
  ): Promise<void> {
    const { id, vendorId, firmId, status } = after;
    const subject = { kind: 'firm-link', id };
    const facts = { vendorId, firmId, status };
    return this.trail.append(tx, actor, { action, subject, before, after, facts });
  }
}
