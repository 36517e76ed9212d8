import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn } from 'class-validator';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import { PageQuery } from '../../shared/http/page.js';
import {
  CalendarDay,
  CountryCode,
  LongText,
  MayBeLeftOut,
  ShortText,
} from '../../shared/http/validators.js';
import { RISK_LEVELS, type RiskLevel } from '../domain/place.js';

export class AssessCountryDto {
  /** ISO 3166-1 alpha-2. @example 'US' */
  @CountryCode()
  country!: string;

  /** The laws that were considered. @example ['CLOUD Act', 'FISA 702条'] */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ShortText({ each: true })
  laws!: string[];

  /** The risk that they apply to the body's information against its interest. */
  @IsIn(RISK_LEVELS)
  risk!: RiskLevel;

  /** Why the risk is held to be so. */
  @LongText()
  reasoning!: string;

  /** The last day the assessment counts; today or later. */
  @CalendarDay()
  validUntil!: string;
}

export class ListCountryAssessmentsQuery extends PageQuery {
  /** Only those of this country. */
  @MayBeLeftOut()
  @CountryCode()
  country?: string;
}

/** The risk that the law of a country applies to the body's information. */
export class CountryAssessmentDto {
  id!: string;

  country!: string;

  laws!: string[];

  risk!: RiskLevel;

  reasoning!: string;

  validUntil!: string;

  assessedBy!: string;

  /** The post in which it was assessed. */
  assessedIn!: HeldPostDto | null;

  assessedOn!: string;

  /** The next assessment of the country; null while this is the last. */
  supersededById!: string | null;

  /** Whether it counts today: it is the last of its country and its last day has not passed. */
  isInForce!: boolean;
}

export class CountryAssessmentPageDto {
  items!: CountryAssessmentDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
