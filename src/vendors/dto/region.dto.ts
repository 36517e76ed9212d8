import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  ValidateNested,
} from 'class-validator';
import { CalendarDay, CountryCode, MayBeLeftOut, ShortText } from '../../shared/http/validators.js';
import { REGION_USES, regionKey, type RegionUse } from '../domain/cloud-service.js';

export class RegionDto {
  /** ISO 3166-1 alpha-2, in capitals. @example 'JP' */
  @CountryCode()
  country!: string;

  /** The provider's own id of the region. @example 'ap-northeast-1' */
  @IsOptional()
  @ShortText()
  providerRegion?: string | null;

  /** What is done with information there. */
  @IsIn(REGION_USES)
  use!: RegionUse;
}

export class ReplaceRegionsDto {
  /** All regions from today on; what is left out ends today. */
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => RegionDto)
  @ArrayUnique(keyOfGiven)
  items!: RegionDto[];
}

export class RegionsQuery {
  /** The day asked about; today if left out. */
  @MayBeLeftOut()
  @CalendarDay()
  on?: string;
}

/** A place where a cloud service handles information, and since when. */
export class RegionResponseDto {
  country!: string;

  providerRegion!: string | null;

  use!: RegionUse;

  startedOn!: string;

  /** The first day it is no longer so; null while it is. */
  endedOn!: string | null;
}

/** The regions of a cloud service on one day. */
export class RegionsDto {
  /** Of the cloud service; also sent as `ETag`. */
  version!: number;

  items!: RegionResponseDto[];
}

/** The rules run side by side, so an element may still be of any form here. */
function keyOfGiven(region: Partial<RegionDto> | null): string {
  const { country = '', providerRegion = null, use = 'storage' } = region ?? {};
  return regionKey({ country, providerRegion, use });
}
