import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { Limited } from '../shared/http/limited.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import {
  BeginProviderSignInDto,
  ProviderSignInDto,
  ProviderSignInRequestDto,
} from './dto/identity-provider.dto.js';
import { SessionResponseDto } from './dto/session.dto.js';
import { SingleSignOnService } from './single-sign-on.service.js';

@ApiTags('sign-in')
@Controller('v1/sessions')
export class SingleSignOnController {
  constructor(private readonly service: SingleSignOnService) {}

  /**
   * Begins a sign-in with the identity provider of a body: tells the page to send the person to. The provider sends
   * them back to `redirectUri` with `code`, `state` and mostly `iss`, which your page gives to `POST /v1/sessions/oidc`.
   */
  @Post('oidc-requests')
  @Requires('public')
  @Limited('sign-in')
  @ApiProblems(422, 503)
  beginProviderSignIn(@Body() body: BeginProviderSignInDto): Promise<ProviderSignInRequestDto> {
    return this.service.begin(body);
  }

  /**
   * Signs in with what the identity provider answered. Its account is bound to the person at the first sign-in, by
   * the address it vouches for (`email` with `email_verified`). Where it asserts one of the values that count as a
   * second factor, the session has one.
   */
  @Post('oidc')
  @Requires('public')
  @Limited('sign-in')
  @ApiProblems(401, 503)
  signInWithProvider(@Body() body: ProviderSignInDto): Promise<SessionResponseDto> {
    return this.service.signIn(body);
  }
}
