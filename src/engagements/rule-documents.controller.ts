import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  ChangeRuleDocumentDto,
  RegisterRuleDocumentDto,
  RuleDocumentListDto,
  RuleDocumentResponseDto,
} from './dto/rule-document.dto.js';
import { RuleDocumentsService } from './rule-documents.service.js';

@ApiTags('rule documents')
@Controller('v1/rule-documents')
export class RuleDocumentsController {
  constructor(private readonly service: RuleDocumentsService) {}

  /** Registers a rule document of the body; running engagements that need it are proven by it. */
  @Post()
  @Requires('rule-document:write')
  @Idempotent()
  registerRuleDocument(
    @CurrentCaller() caller: Caller,
    @Body() body: RegisterRuleDocumentDto,
  ): Promise<RuleDocumentResponseDto> {
    return this.service.register(caller, body);
  }

  /** Lists the rule documents of the body. */
  @Get()
  @Requires('engagement:read')
  listRuleDocuments(@CurrentCaller() caller: Caller): Promise<RuleDocumentListDto> {
    return this.service.list(caller);
  }

  /** Reads a rule document's particulars. */
  @Get(':id')
  @Requires('engagement:read')
  @ApiId()
  @ApiProblems(404)
  readRuleDocument(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
  ): Promise<RuleDocumentResponseDto> {
    return this.service.read(caller, id);
  }

  /** Sets until when it is in force, or where it is kept. */
  @Patch(':id')
  @Requires('rule-document:write')
  @Versioned()
  @ApiId()
  changeRuleDocument(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: ChangeRuleDocumentDto,
  ): Promise<RuleDocumentResponseDto> {
    return this.service.change(caller, id, expected, body);
  }
}
