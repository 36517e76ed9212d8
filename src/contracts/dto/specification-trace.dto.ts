import { ApiProperty } from '@nestjs/swagger';
import { TextDto } from '../../shared/http/text.dto.js';
import { SPECIFICATION_STATUSES, type SpecificationStatus } from '../domain/specification.js';
import { MissingConditionDto } from './specification.dto.js';

/** Where the document of this version states a selection condition. */
export class TracedConditionDto {
  criterionId!: string;

  topic!: TextDto;

  /** The article (条) of the document, counted from 1. */
  @ApiProperty({ type: 'integer' })
  article!: number;

  /** The paragraph (項) of that article, counted from 1. */
  @ApiProperty({ type: 'integer' })
  paragraph!: number;

  /** The place as the document is cited; an article of one paragraph is cited alone. @example { "ja": "第５条", "en": "Article 5" } */
  label!: TextDto;

  /** Keys of the articles of the policy it serves. */
  articles!: string[];
}

/** An article of the policy that conditions of this version serve. */
export class TracedArticleDto {
  /** Its key in the policy. @example 'K9-1-1a' */
  key!: string;

  /** As printed in the policy. */
  label!: string;

  title!: TextDto;

  /** Ids of the criteria. */
  conditions!: string[];
}

/** Every selection condition of a version by its paragraph in the document, and the articles they serve. */
export class SpecificationTraceDto {
  specificationId!: string;

  /** Counts the versions of the engagement's specification from 1. */
  @ApiProperty({ type: 'integer' })
  number!: number;

  @ApiProperty({ enum: SPECIFICATION_STATUSES })
  status!: SpecificationStatus;

  /** In the order of the document. */
  conditions!: TracedConditionDto[];

  /** In the order in which the document first names them. */
  articles!: TracedArticleDto[];

  /** What it lacks of the conditions the policy puts on the engagement today. */
  missing!: MissingConditionDto[];
}
