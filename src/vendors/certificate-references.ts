import { Injectable } from '@nestjs/common';
import { NotFound, refuse, unknownIdFault } from '../shared/domain/domain-error.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { CertificatesRepository, type StoredCertificate } from './certificates.repository.js';
import { CloudServicesRepository } from './cloud-services.repository.js';
import { namedInBody } from './named-in-body.js';
import { VendorsRepository } from './vendors.repository.js';

/** Sees that what a certificate names is there and fits it. */
@Injectable()
export class CertificateReferences {
  constructor(
    private readonly vendors: VendorsRepository,
    private readonly services: CloudServicesRepository,
    private readonly certificates: CertificatesRepository,
  ) {}

  /** @throws NotFound */
  async checkVendor(tx: Tx, scope: Scope, vendorId: string): Promise<void> {
    await this.vendors.read(tx, scope, vendorId);
  }

  /** @throws InvalidInput where the service it speaks of is none of the vendor's */
  async checkService(
    tx: Tx,
    scope: Scope,
    { cloudServiceId, vendorId }: Pick<StoredCertificate, 'cloudServiceId' | 'vendorId'>,
  ): Promise<void> {
    if (cloudServiceId === null) return;
    await namedInBody('#/cloudServiceId', async () => {
      const service = await this.services.read(tx, scope, cloudServiceId);
      if (service.vendorId !== vendorId) throw new NotFound();
    });
  }

  /** @throws InvalidInput where a service it covers is none of the vendor's */
  async checkCoverage(
    tx: Tx,
    scope: Scope,
    { coverage, vendorId }: Pick<StoredCertificate, 'coverage' | 'vendorId'>,
  ): Promise<void> {
    const ids = coverage?.cloudServiceIds ?? [];
    if (ids.length === 0) return;
    const known = await this.services.idsOfVendor(tx, scope, vendorId, ids);
    const faults = ids.flatMap((id, at) =>
      known.has(id) ? [] : [unknownIdFault(`#/coverage/cloudServiceIds/${String(at)}`)],
    );
    refuse(faults);
  }

  /** @throws InvalidInput where what it renews is no certificate of the vendor by the same scheme */
  async checkRenewed(
    tx: Tx,
    scope: Scope,
    { renewsId, vendorId, scheme }: Pick<StoredCertificate, 'renewsId' | 'vendorId' | 'scheme'>,
  ): Promise<void> {
    if (renewsId === null) return;
    await namedInBody('#/renewsId', async () => {
      const renewed = await this.certificates.read(tx, scope, { vendorId, id: renewsId });
      if (renewed.scheme !== scheme) throw new NotFound();
    });
  }
}
