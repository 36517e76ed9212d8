import { Controller, Get, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Limited } from '../shared/http/limited.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { Coverage } from './coverage.js';
import { ArticleCoverageDto, CoverageQuery, PolicyCoverageDto } from './dto/coverage.dto.js';

@ApiTags('register')
@Controller('v1/coverage')
export class CoverageController {
  constructor(private readonly coverage: Coverage) {}

  /** Tells which engagements leave an article unproven, today or on a past day; without `article`, how every article of the policy stands. */
  @Get()
  @Requires('register:read')
  @Limited('heavy')
  @ApiProblems(422)
  @ApiExtraModels(ArticleCoverageDto, PolicyCoverageDto)
  @ApiOkResponse({
    description: 'The engagements that carry the article, or every article with its counts.',
    content: {
      'application/json': {
        schema: {
          oneOf: [
            { $ref: getSchemaPath(ArticleCoverageDto) },
            { $ref: getSchemaPath(PolicyCoverageDto) },
          ],
        },
      },
    },
  })
  readCoverage(
    @CurrentCaller() caller: Caller,
    @Query() query: CoverageQuery,
  ): Promise<ArticleCoverageDto | PolicyCoverageDto> {
    return this.coverage.read(caller, query);
  }
}
