import { Controller, Delete, Get, HttpCode, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { LibraryAnswerPageDto, ListLibraryAnswersQuery } from './dto/library-answer.dto.js';
import { LibraryAnswersService } from './library-answers.service.js';

@ApiTags('portal')
@Controller('v1/portal/library-answers')
export class LibraryAnswersController {
  constructor(private readonly service: LibraryAnswersService) {}

  /** Lists the answers that the firm gave last, over all bodies, in the order of the criteria. No body sees them. */
  @Get()
  @Requires('firm:read')
  listLibraryAnswers(
    @CurrentCaller() caller: Caller,
    @Query() query: ListLibraryAnswersQuery,
  ): Promise<LibraryAnswerPageDto> {
    return this.service.list(caller, query);
  }

  /** Takes an answer out of the library, so that it is offered no more; answers handed in stay as they are. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('firm:answer')
  @Versioned()
  @ApiId()
  removeLibraryAnswer(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<void> {
    return this.service.remove(caller, id, expected);
  }
}
