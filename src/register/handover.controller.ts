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
import { HandoverDto, HandoverQuery } from './dto/handover.dto.js';
import { Handover } from './handover.js';

@ApiTags('register')
@Controller('v1/register/handover')
export class HandoverController {
  constructor(private readonly handover: Handover) {}

  /** What posts have open when they change hands (事務引継ぎ): of a post, a person, or all that end before a day; as JSON or an XLSX file. */
  @Get()
  @Requires('handover:read')
  @Limited('heavy')
  @ApiProblems(422)
  @ApiExtraModels(HandoverDto)
  @ApiOkResponse({
    description: 'The list.',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(HandoverDto) } },
      [MEDIA_TYPES.xlsx]: FILE_CONTENT,
    },
  })
  readHandover(
    @CurrentCaller() caller: Caller,
    @Query() query: HandoverQuery,
    @AcceptedLanguage() language: Language,
  ): Promise<HandoverDto | StreamableFile> {
    return query.format === 'xlsx'
      ? this.handover.file(caller, query, language)
      : this.handover.read(caller, query, language);
  }
}
