import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import {
  DOCUMENT_LANGUAGES,
  type Block,
  type Document,
  type DocumentLanguage,
  type List,
  type Table,
} from '../documents/document.js';

/** A name and what stands beside it. */
export class DocumentEntryDto {
  term!: string;

  description!: string;
}

export class DocumentHeadingDto {
  @ApiProperty({ enum: ['heading'] })
  kind!: 'heading';

  /** 1 is the highest below the title. */
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 3 })
  level!: 1 | 2 | 3;

  text!: string;
}

export class DocumentParagraphDto {
  @ApiProperty({ enum: ['paragraph'] })
  kind!: 'paragraph';

  text!: string;
}

export class DocumentListDto {
  @ApiProperty({ enum: ['list'] })
  kind!: 'list';

  @ApiProperty({ enum: ['number', 'bullet'] })
  marker!: 'number' | 'bullet';

  items!: string[];
}

export class DocumentColumnDto {
  header!: string;

  /** Relative to the other columns of the table. */
  width!: number;
}

export class DocumentTableDto {
  @ApiProperty({ enum: ['table'] })
  kind!: 'table';

  columns!: DocumentColumnDto[];

  /** Every row has one cell for each column. */
  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'string' } } })
  rows!: string[][];
}

/** A list of facts with the terms at the left. */
export class DocumentDefinitionsDto {
  @ApiProperty({ enum: ['definitions'] })
  kind!: 'definitions';

  entries!: DocumentEntryDto[];
}

/** A paragraph (項) of an article. */
@ApiExtraModels(DocumentListDto, DocumentTableDto)
export class DocumentArticleParagraphDto {
  text!: string;

  /** What follows the text. */
  @ApiProperty({ type: 'array', required: false, items: oneOf(DocumentListDto, DocumentTableDto) })
  details?: (List | Table)[];
}

/** An article (条). */
export class DocumentArticleDto {
  @ApiProperty({ enum: ['article'] })
  kind!: 'article';

  /** Its number as written. @example '第１条' */
  label!: string;

  caption?: string;

  paragraphs!: DocumentArticleParagraphDto[];
}

export class DocumentSignatoryDto {
  role!: string;

  fields!: DocumentEntryDto[];
}

/** Where the parties sign. */
export class DocumentSignaturesDto {
  @ApiProperty({ enum: ['signatures'] })
  kind!: 'signatures';

  date?: string;

  signatories!: DocumentSignatoryDto[];
}

export class DocumentPageBreakDto {
  @ApiProperty({ enum: ['page-break'] })
  kind!: 'page-break';
}

const BLOCKS = [
  DocumentHeadingDto,
  DocumentParagraphDto,
  DocumentListDto,
  DocumentTableDto,
  DocumentDefinitionsDto,
  DocumentArticleDto,
  DocumentSignaturesDto,
  DocumentPageBreakDto,
] as const;

/** A document as its files say it, in one language; dates and amounts are already written out. */
@ApiExtraModels(...BLOCKS)
export class DocumentDto implements Document {
  @ApiProperty({ enum: DOCUMENT_LANGUAGES })
  language!: DocumentLanguage;

  title!: string;

  subtitle?: string;

  /** Document number. */
  reference?: string;

  date?: string;

  parties?: DocumentEntryDto[];

  @ApiProperty({ type: 'array', items: oneOf(...BLOCKS) })
  blocks!: Block[];

  /** A line at the foot of every page. */
  footer?: string;
}

function oneOf(...models: readonly (new () => object)[]): { oneOf: { $ref: string }[] } {
  return { oneOf: models.map((model) => ({ $ref: getSchemaPath(model) })) };
}
