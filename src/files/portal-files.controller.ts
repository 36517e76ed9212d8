import { Controller, Delete, Get, HttpCode, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Limited } from '../shared/http/limited.decorator.js';
import { PageQuery } from '../shared/http/page.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { FilePageDto, FileResponseDto } from './dto/file.dto.js';
import { ONE_FILE_FORM } from './dto/one-file-form.js';
import { FilesService } from './files.service.js';
import type { ReceivedFile } from './reception/receive.js';
import { Received, ReceiveFile } from './reception/receive-file.interceptor.js';

@ApiTags('portal')
@Controller('v1/portal/files')
export class PortalFilesController {
  constructor(private readonly service: FilesService) {}

  /**
   * Uploads an evidence file into the account of the firm, of the kinds that bodies keep (`POST /v1/files`). No body sees
   * it until answers that name it are handed in; that body then keeps a copy of its own.
   */
  @Post()
  @Requires('firm:answer', 'file')
  @Limited('heavy')
  @Idempotent()
  @ApiProblems(413, 503)
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE_FORM)
  @UseInterceptors(ReceiveFile)
  uploadFirmFile(
    @CurrentCaller() caller: Caller,
    @Received() file: ReceivedFile,
  ): Promise<FileResponseDto> {
    return this.service.store(caller, file);
  }

  /** Lists the evidence files of the firm, newest first. */
  @Get()
  @Requires('firm:read')
  listFirmFiles(@CurrentCaller() caller: Caller, @Query() query: PageQuery): Promise<FilePageDto> {
    return this.service.list(caller, query);
  }

  /** Reads what is known of a file of the firm. */
  @Get(':id')
  @Requires('firm:read')
  @ApiId()
  @ApiProblems(404)
  readFirmFile(@CurrentCaller() caller: Caller, @Id() id: string): Promise<FileResponseDto> {
    return this.service.read(caller, id);
  }

  /** Withdraws a file of one's own that was not handed in with answers. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('firm:answer')
  @Versioned()
  @ApiId()
  @ApiProblems(409, 422)
  withdrawFirmFile(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<void> {
    return this.service.withdraw(caller, id, expected);
  }
}
