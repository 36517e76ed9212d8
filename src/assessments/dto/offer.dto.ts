import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsObject,
  IsString,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { VendorPersonDto } from '../../shared/http/vendor-person.dto.js';
import {
  CountryCode,
  LongText,
  MayBeLeftOut,
  ShortText,
  WholeNumber,
} from '../../shared/http/validators.js';

/** A firm the candidate would have work done by (再委託先の予定). */
export class OfferedSubcontractorDto {
  /** Its name as registered. @example '株式会社下請' */
  @ShortText()
  name!: string;

  /** Where it does the work. @example 'JP' */
  @CountryCode()
  country!: string;

  /** Its place in the chain: 2 for who the candidate itself would entrust, 3 for who that one would. */
  @WholeNumber(2, 9)
  rank!: number;

  /** What it would do. */
  @LongText()
  work!: string;

  /** Whether it would handle information of the body. */
  @IsBoolean()
  handlesInformation!: boolean;
}

/** How the body gets out of the service, at its end or where it is interrupted (9(2)③ウ). */
export class OfferedExitPlanDto {
  /** Formats in which the information is handed back; empty where in none. @example ['CSV'] */
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(200, { each: true })
  formats!: string[];

  /** Days of notice before the provider ends the service. */
  @MayBeLeftOut()
  @WholeNumber(0, 3650)
  noticeDays?: number;

  /** Whether the migration is helped with. */
  @IsBoolean()
  helpOffered!: boolean;

  /** Days for which the old service runs beside the new one. */
  @MayBeLeftOut()
  @WholeNumber(0, 3650)
  parallelDays?: number;

  /** What is done where the service is interrupted. */
  @MayBeLeftOut()
  @LongText()
  interruptionMeasures?: string;

  /** Days for which the information is kept after the end, to be fetched. */
  @MayBeLeftOut()
  @WholeNumber(0, 3650)
  retentionDays?: number;
}

export class MakeOfferDto {
  /** Every firm of the chain that is planned; empty where none is. */
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => OfferedSubcontractorDto)
  subcontractors!: OfferedSubcontractorDto[];

  /** Left out where the candidate offers none. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => OfferedExitPlanDto)
  exitPlan?: OfferedExitPlanDto;
}

/** How the body gets out of the service. */
export class ExitPlanDto {
  formats!: string[];

  @ApiProperty({ type: 'integer', nullable: true })
  noticeDays!: number | null;

  helpOffered!: boolean;

  @ApiProperty({ type: 'integer', nullable: true })
  parallelDays!: number | null;

  interruptionMeasures!: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  retentionDays!: number | null;
}

/** What the vendor offers beside its answers, as it reads it itself. */
export class VendorOfferDto {
  subcontractors!: OfferedSubcontractorDto[];

  @ApiProperty({ type: ExitPlanDto, nullable: true })
  exitPlan!: ExitPlanDto | null;

  /** Whether it is drafted only; else it was handed in, or the body entered it on behalf of the vendor. */
  isDraft!: boolean;
}

/** What a candidate offers beside its answers. */
export class OfferDto {
  assessmentId!: string;

  /** The round it was made in; it stands in later ones until another is made. */
  @ApiProperty({ type: 'integer' })
  round!: number;

  subcontractors!: OfferedSubcontractorDto[];

  @ApiProperty({ type: ExitPlanDto, nullable: true })
  exitPlan!: ExitPlanDto | null;

  /** Null where the vendor handed it in itself. */
  enteredBy!: string | null;

  /** Who of the vendor handed it in; null where staff entered it. */
  @ApiProperty({ type: VendorPersonDto, nullable: true })
  givenBy!: VendorPersonDto | null;

  enteredAt!: string;
}
