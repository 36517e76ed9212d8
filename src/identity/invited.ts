import { Injectable } from '@nestjs/common';
import { FirmAccounts } from '../firms/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { Tx } from '../shared/persistence/tx.js';
import { FirmLinking, VendorLinked, VendorsRepository } from '../vendors/index.js';

/** Locks whom an invitation is about, so that one at a time is sent or accepted. */
@Injectable()
export class Invited {
  constructor(
    private readonly vendors: VendorsRepository,
    private readonly links: FirmLinking,
    private readonly firms: FirmAccounts,
  ) {}

  /** @throws NotFound */
  async requireVendor(tx: Tx, caller: Caller, vendorId: string): Promise<void> {
    await this.vendors.read(tx, caller, vendorId);
  }

  /** @throws NotFound, VendorLinked */
  async lockVendor(tx: Tx, caller: Caller, vendorId: string): Promise<void> {
    await this.vendors.lockForAgreement(tx, caller, vendorId);
    if (await this.links.isLive(tx, caller, vendorId)) throw new VendorLinked();
  }

  /** @throws NotFound */
  async lockFirm(tx: Tx, caller: Caller): Promise<void> {
    await this.firms.lock(tx, caller);
  }
}
