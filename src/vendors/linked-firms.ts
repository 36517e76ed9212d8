import { Injectable } from '@nestjs/common';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { FirmLinksRepository } from './firm-links.repository.js';

/** Whose account a vendor of the body is. */
@Injectable()
export class LinkedFirms {
  constructor(private readonly links: FirmLinksRepository) {}

  /** The firm that a vendor is linked to, which stays so until the transaction ends; null where there is none. */
  of(tx: Tx, scope: Scope, vendorId: string): Promise<string | null> {
    return this.links.activeFirm(tx, scope, vendorId);
  }
}
