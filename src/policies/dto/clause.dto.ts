import { ApiProperty } from '@nestjs/swagger';
import { TextDto } from '../../shared/http/text.dto.js';
import { ConditionDto } from './policy-content.dto.js';

/** A choice of a parameter, or a column of a table. */
export class LabelledDto {
  id!: string;

  label!: TextDto;
}

/** What a contract fills in. */
export class ClauseParameterDto {
  id!: string;

  label!: TextDto;

  /** `text`, `integer`, `date`, `money`, `boolean`, `choice`, `list` or `table`. */
  type!: string;

  /** Printed after the number. */
  unit?: TextDto;

  minimum?: number;

  maximum?: number;

  choices?: LabelledDto[];

  columns?: LabelledDto[];

  required!: boolean;

  @ApiProperty({
    oneOf: [
      { type: 'string' },
      { type: 'number' },
      { type: 'boolean' },
      { type: 'array', items: { type: 'string' } },
    ],
  })
  default?: string | number | boolean | string[];
}

/** Numbered paragraphs; `{id}` stands for a parameter. */
export class ParagraphsDto {
  ja!: string[];

  en!: string[];
}

/** A contract clause of the library. */
export class ClauseDto {
  id!: string;

  title!: TextDto;

  /** Keys of the articles it serves. */
  articles!: string[];

  /** Where it is offered. */
  when!: ConditionDto;

  /** Where leaving it out needs a reason that the CISO sees. */
  requiredWhen!: ConditionDto;

  parameters!: ClauseParameterDto[];

  paragraphs!: ParagraphsDto;
}

export class ClausePageDto {
  items!: ClauseDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
