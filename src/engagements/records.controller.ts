import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  FileRecordDto,
  RecordListDto,
  RecordResponseDto,
  VoidRecordDto,
} from './dto/record.dto.js';
import { RecordsService } from './records.service.js';

@ApiTags('engagements')
@Controller('v1/engagements/:id/records')
export class RecordsController {
  constructor(private readonly service: RecordsService) {}

  /** Files a record that proves duties, e.g. an impact review or a build confirmation. */
  @Post()
  @Requires('record:write')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  fileRecord(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: FileRecordDto,
  ): Promise<RecordResponseDto> {
    return this.service.file(caller, id, body);
  }

  /** Lists the records of an engagement with what each proves. */
  @Get()
  @Requires('engagement:read')
  @ApiId()
  @ApiProblems(404)
  listRecords(@CurrentCaller() caller: Caller, @Id() id: string): Promise<RecordListDto> {
    return this.service.list(caller, id);
  }

  /** Voids a record with a reason; what it proved is open again from today. */
  @Post(':recordId/voiding')
  @HttpCode(204)
  @Requires('engagement:decide')
  @Idempotent()
  @ApiId()
  @ApiId('recordId')
  @ApiProblems(404)
  voidRecord(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Id('recordId') recordId: string,
    @Body() body: VoidRecordDto,
  ): Promise<void> {
    return this.service.void(caller, { engagementId: id, id: recordId }, body);
  }
}
