import {
  Controller,
  Delete,
  Get,
  HttpCode,
  Post,
  Query,
  Res,
  UseInterceptors,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { keptFile } from '../shared/http/attachment.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { PageQuery } from '../shared/http/page.js';
import { Limited } from '../shared/http/limited.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { endingOf, stemOf } from './domain/file-name.js';
import { FILE_TYPES } from './domain/file-types.js';
import { FilePageDto, FileResponseDto } from './dto/file.dto.js';
import { ONE_FILE_FORM } from './dto/one-file-form.js';
import { FilesService } from './files.service.js';
import type { ReceivedFile } from './reception/receive.js';
import { Received, ReceiveFile } from './reception/receive-file.interceptor.js';

const BINARY = { type: 'string', format: 'binary' } as const;

@ApiTags('files')
@Controller('v1/files')
export class FilesController {
  constructor(private readonly service: FilesService) {}

  /**
   * Uploads an evidence file. Kept are PDF, Office and OpenDocument files without macros, PNG, JPEG, TIFF, CSV and text
   * (UTF-8 or Shift_JIS); the ending of the name has to agree with the content. 50 MiB at most unless the service is set up otherwise.
   */
  @Post()
  @Requires('file:write', 'file')
  @Limited('heavy')
  @Idempotent()
  @ApiProblems(413, 503)
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE_FORM)
  @UseInterceptors(ReceiveFile)
  uploadFile(
    @CurrentCaller() caller: Caller,
    @Received() file: ReceivedFile,
  ): Promise<FileResponseDto> {
    return this.service.store(caller, file);
  }

  /** Lists the evidence files of the body, newest first. */
  @Get()
  @Requires('file:read')
  listFiles(@CurrentCaller() caller: Caller, @Query() query: PageQuery): Promise<FilePageDto> {
    return this.service.list(caller, query);
  }

  /** Reads what is known of a file. */
  @Get(':id')
  @Requires('file:read')
  @ApiId()
  @ApiProblems(404)
  readFile(@CurrentCaller() caller: Caller, @Id() id: string): Promise<FileResponseDto> {
    return this.service.read(caller, id);
  }

  /** Hands out the content of a file, always as a file to be kept; `ETag` is its SHA-256. A damaged content breaks off. */
  @Get(':id/content')
  @Requires('file:read')
  @Limited('heavy')
  @ApiId()
  @ApiProblems(404, 409)
  @ApiOkResponse({
    description: 'The file under its name.',
    content: Object.fromEntries(FILE_TYPES.map(({ mediaType }) => [mediaType, { schema: BINARY }])),
  })
  async readFileContent(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, content } = await this.service.open(caller, id);
    void reply.headers({ etag: `"${file.sha256}"`, 'content-security-policy': SANDBOX });
    return keptFile({
      ...{ content, length: file.bytes, mediaType: file.mediaType },
      ...{ name: stemOf(file.name), plainName: 'file', ending: endingOf(file.name) },
    });
  }

  /** Withdraws a file of one's own that nothing names as evidence; its content goes with the last file that has it. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('file:write')
  @Versioned()
  @ApiId()
  @ApiProblems(409, 422)
  withdrawFile(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<void> {
    return this.service.withdraw(caller, id, expected);
  }
}

/** Where a browser shows it all the same, it can do nothing and belongs to no site. */
const SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'";
