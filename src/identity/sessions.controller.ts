import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Limited } from '../shared/http/limited.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import {
  AddressAndPasswordDto,
  MeResponseDto,
  RefreshDto,
  SecurityKeyRequestDto,
  SecurityKeySignInDto,
  SessionResponseDto,
  SignInDto,
} from './dto/session.dto.js';
import { SecurityKeySignInService } from './security-key-sign-in.service.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('sign-in')
@Controller('v1')
export class SessionsController {
  constructor(
    private readonly service: SessionsService,
    private readonly signIns: SignInService,
    private readonly securityKeys: SecurityKeySignInService,
  ) {}

  /**
   * Signs in with e-mail address and password, and with a one-time password where one is registered. Where
   * it is left out or only a security key is registered, the reply is `session.second-factor-needed` with the
   * kinds that are.
   */
  @Post('sessions')
  @Requires('public')
  @Limited('sign-in')
  @ApiProblems(401, 503)
  signIn(@Body() body: SignInDto): Promise<SessionResponseDto> {
    return this.signIns.signIn(body);
  }

  /** Begins a sign-in with a security key: with the right password it tells what the key has to sign. */
  @Post('sessions/webauthn-options')
  @Requires('public')
  @Limited('sign-in')
  @ApiProblems(401, 422, 503)
  requestSecurityKey(@Body() body: AddressAndPasswordDto): Promise<SecurityKeyRequestDto> {
    return this.securityKeys.offer(body);
  }

  /** Signs in with what a security key signed. */
  @Post('sessions/webauthn')
  @Requires('public')
  @Limited('sign-in')
  @ApiProblems(401, 503)
  signInWithSecurityKey(@Body() body: SecurityKeySignInDto): Promise<SessionResponseDto> {
    return this.securityKeys.signIn(body);
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
  @Requires('credential')
  readMe(@CurrentCaller() caller: Caller): MeResponseDto {
    const { personId, organizationId, firmId, posts, permissions } = caller;
    const side = firmId === undefined ? 'body' : 'firm';
    return {
      ...{ personId, organizationId, side, posts: [...posts], permissions: [...permissions] },
      secondFactor: { required: caller.needsSecondFactor, given: caller.secondFactor },
    };
  }
}
