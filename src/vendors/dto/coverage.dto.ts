import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional } from 'class-validator';
import { CountryCode, IsId, ShortText } from '../../shared/http/validators.js';

export class CertificateCoverageDto {
  /** Cloud services of the vendor that it covers, each of which is one edition; an empty list for none of those registered. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsId({ each: true })
  cloudServiceIds?: string[] | null;

  /** Sites, as printed; width, case and old characters do not matter. @example ['熊本データセンター'] */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ShortText({ each: true })
  sites?: string[] | null;

  /** Countries (ISO 3166-1 alpha-2) in which it covers the handling of information. @example ['JP'] */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @CountryCode({ each: true })
  countries?: string[] | null;

  /** The provider's own ids of the regions it covers. @example ['ap-northeast-1'] */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ShortText({ each: true })
  providerRegions?: string[] | null;
}

/** What a certificate says that it covers; null where it says nothing of it. */
export class CertificateCoverageResponseDto {
  cloudServiceIds!: string[] | null;

  sites!: string[] | null;

  countries!: string[] | null;

  providerRegions!: string[] | null;
}
