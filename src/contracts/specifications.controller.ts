import {
  Body,
  Controller,
  Get,
  HttpCode,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import type { Language } from '../shared/domain/text.js';
import { AcceptedLanguage } from '../shared/http/accepted-language.js';
import { ApiDocument } from '../shared/http/api-document.decorator.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { DocumentDto } from '../shared/http/document.dto.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Limited } from '../shared/http/limited.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { documentReply } from '../shared/http/document-reply.js';
import { ReadDocumentQuery } from '../shared/http/document-query.dto.js';
import { SpecificationTraceDto } from './dto/specification-trace.dto.js';
import {
  ChangeSpecificationDto,
  DraftSpecificationDto,
  SpecificationDto,
  SpecificationListDto,
} from './dto/specification.dto.js';
import { SpecificationDocumentsService } from './specification-documents.service.js';
import { SpecificationsService } from './specifications.service.js';

@ApiTags('contracts')
@Controller('v1')
export class SpecificationsController {
  constructor(
    private readonly service: SpecificationsService,
    private readonly documents: SpecificationDocumentsService,
  ) {}

  /** Draws up the next version of the security part of the procurement specification. */
  @Post('engagements/:id/specifications')
  @Requires('specification:write')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  draftSpecification(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: DraftSpecificationDto,
  ): Promise<SpecificationDto> {
    return this.service.draft(caller, id, body);
  }

  /** Lists the versions of the specification of an engagement, the last first. */
  @Get('engagements/:id/specifications')
  @Requires('engagement:read')
  @ApiId()
  @ApiProblems(404)
  listSpecifications(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
  ): Promise<SpecificationListDto> {
    return this.service.list(caller, id);
  }

  /** Reads a version of a specification. */
  @Get('specifications/:id')
  @Requires('engagement:read')
  @ApiId()
  @ApiProblems(404)
  readSpecification(@CurrentCaller() caller: Caller, @Id() id: string): Promise<SpecificationDto> {
    return this.service.read(caller, id);
  }

  /** The specification as candidates read it: of a draft as it stands, of a confirmed version as it was confirmed. */
  @Get('specifications/:id/document')
  @Requires('engagement:read')
  @Limited('heavy')
  @ApiId()
  @ApiProblems(404)
  @ApiDocument('The specification')
  async readSpecificationDocument(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Query() query: ReadDocumentQuery,
    @AcceptedLanguage() language: Language,
  ): Promise<DocumentDto | StreamableFile> {
    const document = await this.documents.read(caller, id, query.language ?? language);
    return documentReply(document, query.format, 'procurement-specification');
  }

  /** Traces every selection condition to its paragraph in the document, and the articles of the policy to conditions. */
  @Get('specifications/:id/trace')
  @Requires('engagement:read')
  @ApiId()
  @ApiProblems(404)
  traceSpecification(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
  ): Promise<SpecificationTraceDto> {
    return this.documents.trace(caller, id);
  }

  /** Changes a draft; conditions and requirements that are given take the place of all there were. */
  @Patch('specifications/:id')
  @Requires('specification:write')
  @Versioned()
  @ApiProblems(422)
  @ApiId()
  changeSpecification(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: ChangeSpecificationDto,
  ): Promise<SpecificationDto> {
    return this.service.change(caller, id, expected, body);
  }

  /** Fixes a draft that carries every selection condition; it takes the place of the version before. */
  @Post('specifications/:id/confirmation')
  @HttpCode(200)
  @Requires('specification:write')
  @Versioned()
  @Idempotent()
  @ApiId()
  confirmSpecification(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<SpecificationDto> {
    return this.service.confirm(caller, id, expected);
  }
}
