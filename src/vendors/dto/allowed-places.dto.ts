import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, ValidateNested } from 'class-validator';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import { CountryCode, ShortText } from '../../shared/http/validators.js';

export class PlacesOfClassDto {
  /** Id of a class of confidentiality of the policy in force. @example 'C2' */
  @ShortText()
  confidentiality!: string;

  /** Countries (ISO 3166-1 alpha-2) in which it may be handled; an empty list for nowhere. @example ['JP'] */
  @IsArray()
  @ArrayMaxSize(250)
  @ArrayUnique()
  @CountryCode({ each: true })
  countries!: string[];

  /** Regions by the providers' own ids, where only these will do. @example ['ap-northeast-1'] */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ShortText({ each: true })
  providerRegions?: string[] | null;
}

export class DecideAllowedPlacesDto {
  /** All classes that are decided; one left out is undecided from now on. */
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PlacesOfClassDto)
  @ArrayUnique((item: Partial<PlacesOfClassDto> | null) => item?.confidentiality)
  items!: PlacesOfClassDto[];
}

/** Where information of a class may be handled. */
export class AllowedPlacesOfClassDto {
  confidentiality!: string;

  countries!: string[];

  /** Null where any region in these countries will do. */
  providerRegions!: string[] | null;
}

/** Where the body lets information be handled, by class. */
export class AllowedPlacesDto {
  /** Also sent as `ETag`; 0 while nothing was decided. */
  version!: number;

  items!: AllowedPlacesOfClassDto[];

  decidedBy!: string | null;

  /** The post in which it was decided. */
  decidedIn!: HeldPostDto | null;

  decidedOn!: string | null;
}
