import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { PageQuery } from '../shared/http/page.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { FirmLinkResponseDto } from '../vendors/index.js';
import {
  AcceptLinkDto,
  InvitationPageDto,
  InvitationResponseDto,
  InviteColleagueDto,
  InviteVendorDto,
  SentInvitationResponseDto,
} from './dto/invitation.dto.js';
import { InvitationsService } from './invitations.service.js';
import { PortalAgreementsService } from './portal-agreements.service.js';

@ApiTags('vendors')
@Controller('v1/vendors/:id/invitations')
export class InvitationsController {
  constructor(private readonly service: InvitationsService) {}

  /**
   * Invites somebody of a vendor by a one-time link, told in the first reply only. A link sent before
   * is superseded.
   */
  @Post()
  @Requires('vendor:link')
  @Idempotent()
  @ApiId()
  @ApiProblems(404, 409)
  inviteVendor(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: InviteVendorDto,
  ): Promise<SentInvitationResponseDto> {
    return this.service.inviteVendor(caller, id, body);
  }

  /** Lists the invitations of a vendor in the order they were sent. */
  @Get()
  @Requires('vendor:read')
  @ApiId()
  @ApiProblems(404)
  listVendorInvitations(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Query() query: PageQuery,
  ): Promise<InvitationPageDto> {
    return this.service.list(caller, id, query);
  }

  /** Withdraws an invitation; its link is refused from now on. */
  @Post(':invitationId/withdrawal')
  @HttpCode(200)
  @Requires('vendor:link')
  @Idempotent()
  @ApiId()
  @ApiId('invitationId')
  @ApiProblems(404, 410)
  withdrawVendorInvitation(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Id('invitationId') invitationId: string,
  ): Promise<InvitationResponseDto> {
    return this.service.withdraw(caller, invitationId, id);
  }
}

@ApiTags('portal')
@Controller('v1/portal')
export class PortalInvitationsController {
  constructor(
    private readonly service: InvitationsService,
    private readonly agreements: PortalAgreementsService,
  ) {}

  /** Links the firm to a further body that invited it. */
  @Post('links')
  @Requires('firm:administer')
  @Idempotent()
  @ApiProblems(404, 409, 410, 422)
  acceptFirmLink(
    @CurrentCaller() caller: Caller,
    @Body() { invitationToken }: AcceptLinkDto,
  ): Promise<FirmLinkResponseDto> {
    return this.agreements.accept(caller, invitationToken);
  }

  /** Invites a colleague into the firm by a one-time link, told in the first reply only. */
  @Post('invitations')
  @Requires('firm:administer')
  @Idempotent()
  inviteColleague(
    @CurrentCaller() caller: Caller,
    @Body() body: InviteColleagueDto,
  ): Promise<SentInvitationResponseDto> {
    return this.service.inviteColleague(caller, body);
  }

  /** Lists the invitations of colleagues in the order they were sent. */
  @Get('invitations')
  @Requires('firm:administer')
  listColleagueInvitations(
    @CurrentCaller() caller: Caller,
    @Query() query: PageQuery,
  ): Promise<InvitationPageDto> {
    return this.service.list(caller, null, query);
  }

  /** Withdraws the invitation of a colleague; its link is refused from now on. */
  @Post('invitations/:id/withdrawal')
  @HttpCode(200)
  @Requires('firm:administer')
  @Idempotent()
  @ApiId()
  @ApiProblems(404, 410)
  withdrawColleagueInvitation(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
  ): Promise<InvitationResponseDto> {
    return this.service.withdraw(caller, id, null);
  }
}
