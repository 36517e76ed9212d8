import { Body, Controller, Get, HttpCode, Post, Put, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import type { Language } from '../shared/domain/text.js';
import { AcceptedLanguage } from '../shared/http/accepted-language.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { FILE_CONTENT, MEDIA_TYPES } from '../shared/http/attachment.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Limited } from '../shared/http/limited.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { AnswerSheetsService } from './answer-sheets.service.js';
import { CaiqService } from './caiq.service.js';
import { AnswerFileDto, AnswerSheetPreviewDto } from './dto/answer-sheet.dto.js';
import { AssessmentDto } from './dto/assessment.dto.js';
import { CaiqCoverageDto, EnterCaiqDto } from './dto/caiq.dto.js';

@ApiTags('assessments')
@Controller('v1/assessments/:id')
export class AnswerFilesController {
  constructor(
    private readonly sheets: AnswerSheetsService,
    private readonly caiq: CaiqService,
  ) {}

  /**
   * The checklist as an XLSX file for the vendor to fill in, with the answers that stand. Answers have drop-down lists, what
   * is not to be filled in is protected. It may be cleaned of both on its way and is read all the same.
   */
  @Get('answer-sheet')
  @Requires('assessment:read')
  @Limited('heavy')
  @ApiId()
  @ApiProblems(404)
  @ApiOkResponse({
    description: 'The sheet.',
    content: { [MEDIA_TYPES.xlsx]: FILE_CONTENT },
  })
  readAnswerSheet(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @AcceptedLanguage() language: Language,
  ): Promise<StreamableFile> {
    return this.sheets.form(caller, id, language);
  }

  /** Tells row by row what a sheet of answers would change, and what is wrong with it by cell. Changes nothing. */
  @Post('answer-sheet/preview')
  @HttpCode(200)
  @Requires('assessment:write')
  @Limited('heavy')
  @ApiId()
  @ApiProblems(404, 409)
  previewAnswerSheet(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { fileId }: AnswerFileDto,
  ): Promise<AnswerSheetPreviewDto> {
    return this.sheets.preview(caller, id, fileId);
  }

  /**
   * Enters the answers of a sheet on behalf of the vendor, by the rules of `PUT …/answers`, all of them or none. A row left
   * empty or as it was changes nothing; what is wrong is named by sheet and cell.
   */
  @Put('answer-sheet')
  @Requires('assessment:write')
  @Limited('heavy')
  @Versioned()
  @ApiId()
  @ApiProblems(409, 422)
  enterAnswerSheet(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() { fileId }: AnswerFileDto,
  ): Promise<AssessmentDto> {
    return this.sheets.enter(caller, id, expected, fileId);
  }

  /** Tells what a CAIQ (4.0.3 or 4.1) that a provider filled in covers of the checklist, by the ids of its questions. Changes nothing. */
  @Post('caiq/preview')
  @HttpCode(200)
  @Requires('assessment:write')
  @Limited('heavy')
  @ApiId()
  @ApiProblems(404, 409)
  previewCaiq(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { fileId }: AnswerFileDto,
  ): Promise<CaiqCoverageDto> {
    return this.caiq.preview(caller, id, fileId);
  }

  /**
   * Enters answers from a CAIQ, all of them or none: those that are confirmed, and those that follow by themselves. No
   * knock-out is answered unless it is confirmed, and the CAIQ is no evidence where a criterion asks for some.
   */
  @Post('caiq')
  @HttpCode(200)
  @Requires('assessment:write')
  @Limited('heavy')
  @Versioned()
  @Idempotent()
  @ApiId()
  @ApiProblems(409, 422)
  enterCaiq(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: EnterCaiqDto,
  ): Promise<AssessmentDto> {
    return this.caiq.enter(caller, id, expected, body);
  }
}
