import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { Limited } from '../shared/http/limited.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { AcceptancesService } from './acceptances.service.js';
import {
  AcceptedInvitationResponseDto,
  AcceptInvitationDto,
  ShownInvitationResponseDto,
} from './dto/invitation.dto.js';

@ApiTags('sign-in')
@Controller('v1/invitations/:token')
export class InvitedController {
  constructor(private readonly service: AcceptancesService) {}

  /** Tells who invites whom, to somebody who holds the link. */
  @Get()
  @Requires('public')
  @Limited('sign-in')
  @ApiParam({ name: 'token', description: 'The secret of the link.' })
  @ApiProblems(404, 410, 503)
  readInvitation(@Param('token') token: string): Promise<ShownInvitationResponseDto> {
    return this.service.show(token);
  }

  /**
   * Makes an account for the person invited. A firm that has one accepts with it by
   * `POST /v1/portal/links` instead.
   */
  @Post('acceptance')
  @Requires('public')
  @Limited('sign-in')
  @ApiParam({ name: 'token', description: 'The secret of the link.' })
  @ApiProblems(404, 409, 410, 503)
  acceptInvitation(
    @Param('token') token: string,
    @Body() body: AcceptInvitationDto,
  ): Promise<AcceptedInvitationResponseDto> {
    return this.service.accept(token, body);
  }
}
