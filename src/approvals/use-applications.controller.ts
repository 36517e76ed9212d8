import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  DraftUseApplicationDto,
  SubmitUseApplicationDto,
  UseApplicationDto,
  UseApplicationListDto,
} from './dto/use-application.dto.js';
import { DecideUseApplicationDto } from './dto/use-decision.dto.js';
import { RevokeUseApprovalDto } from './dto/use-revocation.dto.js';
import { UseApplicationsService } from './use-applications.service.js';
import { UseDecisionsService } from './use-decisions.service.js';
import { UseRevocationsService } from './use-revocations.service.js';

@ApiTags('approvals')
@Controller('v1')
export class UseApplicationsController {
  constructor(
    private readonly applications: UseApplicationsService,
    private readonly decisions: UseDecisionsService,
    private readonly revocations: UseRevocationsService,
  ) {}

  /** Draws up an application to use a cloud or social-media service; whoever applies submits it. */
  @Post('engagements/:id/use-applications')
  @Requires('use-application:write')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  draftUseApplication(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: DraftUseApplicationDto,
  ): Promise<UseApplicationDto> {
    return this.applications.draft(caller, id, body);
  }

  /** Lists the applications of an engagement with their history, oldest first. */
  @Get('engagements/:id/use-applications')
  @Requires('engagement:read')
  @ApiId()
  @ApiProblems(404)
  listUseApplications(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
  ): Promise<UseApplicationListDto> {
    return this.applications.list(caller, id);
  }

  /** Reads an application. Its `ETag` covers the whole dossier it rests on. */
  @Get('use-applications/:id')
  @Requires('engagement:read')
  @ApiId()
  @ApiProblems(404)
  readUseApplication(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
  ): Promise<UseApplicationDto> {
    return this.applications.read(caller, id);
  }

  /** Submits an application as the applicant, with changes if any. Asks the gate `apply`. */
  @Post('use-applications/:id/submission')
  @HttpCode(200)
  @Requires('use-application:write')
  @Versioned()
  @Idempotent()
  @ApiId()
  submitUseApplication(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: SubmitUseApplicationDto,
  ): Promise<UseApplicationDto> {
    return this.applications.submit(caller, id, expected, body);
  }

  /** Takes an undecided application back. */
  @Post('use-applications/:id/withdrawal')
  @HttpCode(200)
  @Requires('use-application:write')
  @Versioned()
  @Idempotent()
  @ApiId()
  withdrawUseApplication(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<UseApplicationDto> {
    return this.applications.withdraw(caller, id, expected);
  }

  /** Approves, returns or rejects what was read; an approval makes the ledger entry and the manager. */
  @Post('use-applications/:id/decision')
  @HttpCode(200)
  @Requires('use-application:decide')
  @Versioned()
  @Idempotent()
  @ApiId()
  decideUseApplication(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: DecideUseApplicationDto,
  ): Promise<UseApplicationDto> {
    return this.decisions.decide(caller, id, expected, body);
  }

  /**
   * Takes an approval back (承認の取消し), as whoever decides on the use. The entry in the ledger of approved
   * services ends and what the approval proved is open again; the engagement may apply anew.
   */
  @Post('use-applications/:id/revocation')
  @HttpCode(200)
  @Requires('use-application:decide')
  @Versioned()
  @Idempotent()
  @ApiId()
  revokeUseApproval(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: RevokeUseApprovalDto,
  ): Promise<UseApplicationDto> {
    return this.revocations.revoke(caller, id, expected, body);
  }
}
