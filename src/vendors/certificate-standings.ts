import { Injectable } from '@nestjs/common';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { CertificatesRepository, type CertificateRow } from './certificates.repository.js';
import { CERTIFICATE_LIMITS, standingOn, type CertificateStanding } from './domain/certificate.js';

/** More certificates of one vendor than anyone takes into account. */
const MOST = 200;

/** Where the certificates of vendors stand, for decisions that take them into account. */
@Injectable()
export class CertificateStandings {
  constructor(
    private readonly certificates: CertificatesRepository,
    private readonly clock: BusinessClock,
  ) {}

  /** As they stand today, the first registered first. */
  async ofVendors(
    tx: Tx,
    scope: Scope,
    vendorIds: readonly string[],
  ): Promise<(CertificateRow & CertificateStanding)[]> {
    const most = MOST * vendorIds.length;
    const rows = await this.certificates.ofVendors(tx, scope, vendorIds, most);
    const today = this.clock.today();
    return rows.map((row) => ({ ...row, ...standingOn(row, today, CERTIFICATE_LIMITS) }));
  }
}
