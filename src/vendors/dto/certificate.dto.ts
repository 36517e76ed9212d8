import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, ValidateNested } from 'class-validator';
import {
  CalendarDay,
  IsId,
  LongText,
  MayBeLeftOut,
  ShortText,
} from '../../shared/http/validators.js';
import { SCHEMES, type CertificateKind, type Scheme } from '../domain/certificate-scheme.js';
import { LOOKUP_RESULTS, type LookupResult, type Standing } from '../domain/certificate.js';
import { CertificateCoverageDto, CertificateCoverageResponseDto } from './coverage.dto.js';
import { WebAddress } from './web-address.js';

export class RegisterCertificateDto {
  /**
   * The scheme it was issued under; `other` where none of the list is right. `security-action-1` and `-2` are
   * SECURITY ACTION of IPA with one star and two.
   */
  @IsIn(SCHEMES)
  scheme!: Scheme;

  /** The cloud service of this vendor it speaks of; left out where it speaks of the firm. */
  @MayBeLeftOut()
  @IsId()
  cloudServiceId?: string;

  /** The certificate of the same vendor and scheme that it takes the place of. */
  @MayBeLeftOut()
  @IsId()
  renewsId?: string;

  /** As printed; for a Privacy Mark `AAnnnnnn(mm)`. @example 'IS 123456' */
  @IsOptional()
  @ShortText()
  number?: string | null;

  /** Edition of the standard; needed for ISO/IEC 27001. @example 'ISO/IEC 27001:2022' */
  @IsOptional()
  @ShortText()
  edition?: string | null;

  /** What it covers: sites, work, services. @example '本社及び熊本データセンターにおけるクラウドサービスの開発・運用' */
  @LongText()
  scope!: string;

  /** The same in terms that can be held against a service; replaced as a whole, null where nothing is noted. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => CertificateCoverageDto)
  coverage?: CertificateCoverageDto | null;

  /** The day it was issued, as printed. */
  @IsOptional()
  @CalendarDay()
  issuedOn?: string | null;

  /** The first day it counts. */
  @IsOptional()
  @CalendarDay()
  validFrom?: string | null;

  /** The last day. Not given for ISMAP and SOC 2, where it follows from the audited period. */
  @IsOptional()
  @CalendarDay()
  validUntil?: string | null;

  /** First day of the audited period. */
  @IsOptional()
  @CalendarDay()
  auditedFrom?: string | null;

  /** Last day of the audited period; for SOC 2 Type 1 the day reported on. */
  @IsOptional()
  @CalendarDay()
  auditedUntil?: string | null;

  /**
   * The last day that management's bridge letter speaks for, from the day after the audited period of a SOC 2
   * Type 2 report; more than 3 months bridge nothing. Given together with the next two, or not at all.
   */
  @IsOptional()
  @CalendarDay()
  bridgeLetterUntil?: string | null;

  /** The day the bridge letter is of; not before the last day it speaks for. */
  @IsOptional()
  @CalendarDay()
  bridgeLetterOn?: string | null;

  /** Where the bridge letter can be seen. */
  @IsOptional()
  @WebAddress()
  bridgeLetterUrl?: string | null;

  /** Where the certificate or the entry of the register can be seen. */
  @IsOptional()
  @WebAddress()
  evidenceUrl?: string | null;
}

export class ChangeCertificateDto extends PartialType(
  OmitType(RegisterCertificateDto, ['scheme', 'renewsId'] as const),
  { skipNullProperties: false },
) {
  /** First day of a suspension by the scheme; null once it is lifted. */
  @IsOptional()
  @CalendarDay()
  suspendedOn?: string | null;

  /** The day the scheme withdrew it, from which it counts no more. */
  @IsOptional()
  @CalendarDay()
  withdrawnOn?: string | null;

  /** The day its renewal was applied for; counts if it is not after the last day. */
  @IsOptional()
  @CalendarDay()
  renewalAppliedOn?: string | null;

  /** The last day the renewal is waited for; needed except for ISMAP. */
  @IsOptional()
  @CalendarDay()
  renewalLimitOn?: string | null;

  /** Where the pending renewal can be seen. */
  @IsOptional()
  @WebAddress()
  renewalEvidenceUrl?: string | null;
}

export class VerifyCertificateDto {
  /** Whether the register shows the scope, edition and region the certificate is relied on for. */
  @IsIn(LOOKUP_RESULTS)
  result!: LookupResult;

  /** The entry of the register that was read. */
  @WebAddress()
  registerUrl!: string;
}

/** A criterion of the common checklist, which a policy may ask under its id or not. */
export class ProvedCriterionDto {
  /** @example 'G-02' */
  id!: string;

  /** What it asks about; a policy that uses the id for something else does not mean this. @example 'ISMS認証' */
  topic!: string;
}

/** A certificate of a vendor as the body saw it. */
export class CertificateDto {
  id!: string;

  /** Also sent as `ETag`. */
  version!: number;

  vendorId!: string;

  cloudServiceId!: string | null;

  renewsId!: string | null;

  /** The certificate that took its place. */
  renewedById!: string | null;

  scheme!: Scheme;

  /**
   * What sort of word it is: a body's certificate, an entry in a register, an auditor's report, the firm's
   * own audit (`evaluated-self-audit` where somebody outside judged its quality) or its own declaration, which
   * never stands as more than a claim.
   */
  kind!: CertificateKind;

  /** The criteria it can bear out while it stands and covers what is relied on. None for a declaration. */
  provesCriteria!: ProvedCriterionDto[];

  number!: string | null;

  edition!: string | null;

  scope!: string;

  coverage!: CertificateCoverageResponseDto | null;

  issuedOn!: string | null;

  validFrom!: string | null;

  validUntil!: string | null;

  auditedFrom!: string | null;

  auditedUntil!: string | null;

  bridgeLetterUntil!: string | null;

  bridgeLetterOn!: string | null;

  bridgeLetterUrl!: string | null;

  evidenceUrl!: string | null;

  suspendedOn!: string | null;

  withdrawnOn!: string | null;

  renewalAppliedOn!: string | null;

  renewalLimitOn!: string | null;

  renewalEvidenceUrl!: string | null;

  /** What the latest look into the register showed; null before the first and after a change of what was looked up. */
  lookupResult!: LookupResult | null;

  /** When it was looked up (UTC). */
  lookedUpAt!: string | null;

  /** The person who looked it up. */
  lookedUpById!: string | null;

  registerUrl!: string | null;

  /** Where it stands today. */
  standing!: Standing;

  /** The last day it counts for, by scheme and edition; null where none is known. */
  lastDay!: string | null;

  /** The nearest warning it is inside of: 180, 90 or 30 days; null outside all and once renewed. */
  @ApiProperty({ type: 'integer' })
  expiresWithinDays!: number | null;

  /** The day to which a bridge letter carries the report; null without one and where it is for too long. */
  bridgedUntil!: string | null;
}

export class CertificatePageDto {
  items!: CertificateDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
