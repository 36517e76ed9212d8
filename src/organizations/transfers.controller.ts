import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { FILE_CONTENT, MEDIA_TYPES } from '../shared/http/attachment.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Limited } from '../shared/http/limited.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import {
  ApplyTransfersDto,
  PreviewTransfersDto,
  TransferFormQuery,
  TransferPreviewDto,
  TransferResponseDto,
} from './dto/transfer.dto.js';
import { TransfersService } from './transfers.service.js';

@ApiTags('organization')
@Controller('v1/posts/transfers')
export class TransfersController {
  constructor(private readonly service: TransfersService) {}

  /** The form for the transfers of a day (人事異動), an XLSX file with every post held on the day before, to be filled in by the personnel clerk. */
  @Get('template')
  @Requires('organization:administer')
  @Limited('heavy')
  @ApiProblems(422)
  @ApiOkResponse({
    description: 'The form.',
    content: { [MEDIA_TYPES.xlsx]: FILE_CONTENT },
  })
  readTransferForm(
    @CurrentCaller() caller: Caller,
    @Query() { on }: TransferFormQuery,
  ): Promise<StreamableFile> {
    return this.service.form(caller, on);
  }

  /** Tells line by line what a form would change, what is wrong with it by cell, and what to look at. Changes nothing. */
  @Post('preview')
  @HttpCode(200)
  @Requires('organization:administer')
  @Limited('heavy')
  @ApiProblems(422)
  previewTransfers(
    @CurrentCaller() caller: Caller,
    @Body() body: PreviewTransfersDto,
  ): Promise<TransferPreviewDto> {
    return this.service.preview(caller, body);
  }

  /** Applies a form as it was previewed: ends posts, appoints, and registers who is new, all of it or nothing. */
  @Post()
  @Requires('organization:administer')
  @Limited('heavy')
  @Idempotent()
  @ApiProblems(412)
  applyTransfers(
    @CurrentCaller() caller: Caller,
    @Body() body: ApplyTransfersDto,
  ): Promise<TransferResponseDto> {
    return this.service.apply(caller, body);
  }
}
