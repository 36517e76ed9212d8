import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { MeResponseDto, RefreshDto, SessionResponseDto, SignInDto } from './dto/session.dto.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('sign-in')
@Controller('v1')
export class SessionsController {
  constructor(private readonly service: SessionsService) {}

  /** Signs in with e-mail address and password. */
  @Post('sessions')
  @Requires('public')
  @ApiProblems(401, 503)
  signIn(@Body() body: SignInDto): Promise<SessionResponseDto> {
    return this.service.signIn(body);
  }

  /**
   * Swaps a refresh token for new tokens; the old ones are refused from then on. A refresh token that
   * was swapped before ends the session: it may be in other hands.
   */
  @Post('sessions/refresh')
  @Requires('public')
  @ApiProblems(401, 503)
  refreshSession(@Body() body: RefreshDto): Promise<SessionResponseDto> {
    return this.service.refresh(body.refreshToken);
  }

  /** Signs out: the tokens of this session are refused from now on. */
  @Delete('sessions/current')
  @HttpCode(204)
  @Requires('signed-in')
  signOut(@CurrentCaller() caller: Caller): Promise<void> {
    return this.service.signOut(caller);
  }

  /** Signs out everywhere: the tokens of all sessions of the person are refused from now on. */
  @Delete('sessions')
  @HttpCode(204)
  @Requires('signed-in')
  signOutEverywhere(@CurrentCaller() caller: Caller): Promise<void> {
    return this.service.signOutEverywhere(caller);
  }

  /** Tells who is signed in, in what posts, and what those permit today. */
  @Get('me')
  @Requires('signed-in')
  readMe(@CurrentCaller() caller: Caller): MeResponseDto {
    const { personId, organizationId, posts, permissions } = caller;
    return { personId, organizationId, posts: [...posts], permissions: [...permissions] };
  }
}
