import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import type { Language } from '../shared/domain/text.js';
import { AcceptedLanguage } from '../shared/http/accepted-language.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { FILE_CONTENT, MEDIA_TYPES } from '../shared/http/attachment.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Limited } from '../shared/http/limited.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { comparisonFile, ComparisonsQueries } from './comparisons.queries.js';
import { ComparisonDto, KeptComparisonDto, ReadComparisonQuery } from './dto/comparison.dto.js';

const FILES = { [MEDIA_TYPES.xlsx]: FILE_CONTENT, [MEDIA_TYPES.pdf]: FILE_CONTENT };

@ApiTags('assessments')
@ApiExtraModels(ComparisonDto, KeptComparisonDto)
@Controller('v1')
export class ComparisonsController {
  constructor(private readonly queries: ComparisonsQueries) {}

  /** Compares the candidates of an engagement as they stand today, the best outcome first. */
  @Get('engagements/:id/comparison')
  @Requires('assessment:read')
  @Limited('heavy')
  @ApiId()
  @ApiProblems(404)
  @ApiOkResponse({
    description: 'The comparison; every format says the same.',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(ComparisonDto) } },
      ...FILES,
    },
  })
  async compareCandidates(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Query() { format = 'json' }: ReadComparisonQuery,
    @AcceptedLanguage() language: Language,
  ): Promise<ComparisonDto | StreamableFile> {
    const content = await this.queries.compare(caller, id);
    return format === 'json' ? content : comparisonFile(content, format, language);
  }

  /** Reads the comparison a selection was decided on (`comparisonId`), exactly as it stood. */
  @Get('comparisons/:id')
  @Requires('assessment:read')
  @Limited('heavy')
  @ApiId()
  @ApiProblems(404)
  @ApiOkResponse({
    description: 'The comparison; every format says the same.',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(KeptComparisonDto) } },
      ...FILES,
    },
  })
  async readComparison(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Query() { format = 'json' }: ReadComparisonQuery,
    @AcceptedLanguage() language: Language,
  ): Promise<KeptComparisonDto | StreamableFile> {
    const content = await this.queries.read(caller, id);
    return format === 'json' ? content : comparisonFile(content, format, language);
  }
}
