import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditTrail, type Change } from '../audit-trail/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { pageOf, positionAfter, type PageQuery } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { CertificateReferences } from './certificate-references.js';
import {
  CertificatesRepository,
  type CertificateKey,
  type CertificateRow,
} from './certificates.repository.js';
import {
  faultsOf,
  isSameInRegister,
  refuseEndedEdition,
  type CertificateRecord,
} from './domain/certificate-record.js';
import { compareCoverage, NOTHING_STATED, type Coverage } from './domain/certificate-coverage.js';
import { kindOf, provedBy } from './domain/certificate-scheme.js';
import { CERTIFICATE_LIMITS, standingOn } from './domain/certificate.js';
import type {
  CertificateDto,
  CertificatePageDto,
  ChangeCertificateDto,
  RegisterCertificateDto,
  VerifyCertificateDto,
} from './dto/certificate.dto.js';
import type { CertificateCoverageDto } from './dto/coverage.dto.js';
import type {
  ServiceCertificatePageDto,
  ServiceCertificatesQuery,
} from './dto/service-certificate.dto.js';

const NOT_LOOKED_UP = {
  lookupResult: null,
  lookedUpAt: null,
  lookedUpById: null,
  registerUrl: null,
};
const NOTHING = {
  cloudServiceId: null,
  coverage: null,
  renewsId: null,
  number: null,
  edition: null,
  issuedOn: null,
  validFrom: null,
  validUntil: null,
  auditedFrom: null,
  auditedUntil: null,
  bridgeLetterUntil: null,
  bridgeLetterOn: null,
  bridgeLetterUrl: null,
  evidenceUrl: null,
  suspendedOn: null,
  withdrawnOn: null,
  renewalAppliedOn: null,
  renewalLimitOn: null,
  renewalEvidenceUrl: null,
  ...NOT_LOOKED_UP,
};

@Injectable()
export class CertificatesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly certificates: CertificatesRepository,
    private readonly references: CertificateReferences,
    private readonly trail: AuditTrail,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws NotFound, InvalidInput, EditionNoLongerValid, CertificateAlreadyRenewed */
  register(
    caller: Caller,
    vendorId: string,
    body: RegisterCertificateDto,
  ): Promise<CertificateDto> {
    const record = { ...NOTHING, ...stored(body), id: uuidv7(), vendorId };
    refuseFaults(record);
    return this.transactor.write(caller, async (tx) => {
      await this.references.checkVendor(tx, caller, vendorId);
      await this.references.checkService(tx, caller, record);
      await this.references.checkCoverage(tx, caller, record);
      await this.references.checkRenewed(tx, caller, record);
      refuseEndedEdition(record, this.clock.today());
      await this.certificates.insert(tx, caller, record);
      return this.recorded(tx, caller, { action: 'certificate.registered', key: record });
    });
  }

  /** @throws NotFound, Stale, InvalidInput, EditionNoLongerValid */
  change(
    caller: Caller,
    key: CertificateKey,
    expected: ExpectedVersion,
    body: ChangeCertificateDto,
  ): Promise<CertificateDto> {
    return this.transactor.write(caller, async (tx) => {
      const before = await this.certificates.lock(tx, caller, key, expected);
      const patch = stored(body);
      const given = { ...before, ...patch };
      refuseFaults(given);
      await this.references.checkService(tx, caller, given);
      await this.references.checkCoverage(tx, caller, given);
      if (given.edition !== before.edition) refuseEndedEdition(given, this.clock.today());
      const lookup = isSameInRegister(before, given) ? {} : NOT_LOOKED_UP;
      await this.certificates.update(tx, caller, key.id, { ...patch, ...lookup });
      return this.recorded(tx, caller, { action: 'certificate.changed', key, before });
    });
  }

  /** Records that the certificate was looked up in the scheme's register. @throws NotFound, Stale */
  verify(
    caller: Caller,
    key: CertificateKey,
    expected: ExpectedVersion,
    body: VerifyCertificateDto,
  ): Promise<CertificateDto> {
    return this.transactor.write(caller, async (tx) => {
      const before = await this.certificates.lock(tx, caller, key, expected);
      await this.certificates.update(tx, caller, key.id, {
        lookupResult: body.result,
        lookedUpAt: this.clock.now().toISOString(),
        lookedUpById: caller.personId,
        registerUrl: body.registerUrl,
      });
      return this.recorded(tx, caller, {
        action: 'certificate.looked-up',
        key,
        before,
        facts: { ...body },
      });
    });
  }

  /** @throws NotFound */
  async read(caller: Caller, key: CertificateKey): Promise<CertificateDto> {
    const row = await this.transactor.read(caller, (tx) => this.certificates.read(tx, caller, key));
    return this.shown(row);
  }

  /** @throws NotFound */
  async list(caller: Caller, vendorId: string, query: PageQuery): Promise<CertificatePageDto> {
    const page = { afterId: positionAfter(query)?.id, limit: query.limit + 1 };
    const rows = await this.transactor.read(caller, async (tx) => {
      await this.references.checkVendor(tx, caller, vendorId);
      return this.certificates.list(tx, caller, vendorId, page);
    });
    return pageOf(query, rows, {
      position: ({ id }) => ({ key: id, id }),
      item: (row) => this.shown(row),
    });
  }

  /**
   * The certificates of the provider of a cloud service, each held against the service, its places today
   * and a site. @throws NotFound
   */
  async listForService(
    caller: Caller,
    cloudServiceId: string,
    query: ServiceCertificatesQuery,
  ): Promise<ServiceCertificatePageDto> {
    const page = { afterId: positionAfter(query)?.id, limit: query.limit + 1 };
    const today = this.clock.today();
    const { certificates, regions } = await this.transactor.read(caller, (tx) =>
      this.certificates.forService(tx, caller, { cloudServiceId, day: today }, page),
    );
    const reliedOn = { cloudServiceId, regions, site: query.site ?? null };
    return pageOf(query, certificates, {
      position: ({ id }) => ({ key: id, id }),
      item: (row) => ({ ...this.shown(row), comparison: compareCoverage(row, reliedOn) }),
    });
  }

  private async recorded(
    tx: Tx,
    caller: Caller,
    { key, ...change }: Omit<Change, 'subject' | 'after'> & { readonly key: CertificateKey },
  ): Promise<CertificateDto> {
    const after = await this.certificates.read(tx, caller, key);
    const subject = { kind: 'certificate', id: key.id };
    await this.trail.append(tx, caller, { ...change, subject, after });
    return this.shown(after);
  }

  private shown(row: CertificateRow): CertificateDto {
    const { scheme } = row;
    return {
      ...row,
      ...{ kind: kindOf(scheme), provesCriteria: [...provedBy(scheme)] },
      ...standingOn(row, this.clock.today(), CERTIFICATE_LIMITS),
    };
  }
}

/** What is not said of coverage is kept as not stated. */
function stored<Body extends { readonly coverage?: CertificateCoverageDto | null }>({
  coverage,
  ...body
}: Body): Omit<Body, 'coverage'> & { coverage?: Coverage | null } {
  if (coverage === undefined) return body;
  return { ...body, coverage: coverage && { ...NOTHING_STATED, ...coverage } };
}

/** @throws InvalidInput where the record does not fit its scheme */
function refuseFaults(record: CertificateRecord): void {
  const faults = faultsOf(record);
  refuse(faults);
}
