import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  ConfigureIdentityProviderDto,
  IdentityProviderResponseDto,
} from './dto/identity-provider.dto.js';
import { IdentityProviderService } from './identity-provider.service.js';
import { ProviderAccounts } from './provider-accounts.js';

@ApiTags('sign-in')
@Controller('v1')
export class IdentityProviderController {
  constructor(
    private readonly service: IdentityProviderService,
    private readonly accounts: ProviderAccounts,
  ) {}

  /** Reads whose word the body takes for who signs in; its ETag is "0" while none was ever configured. */
  @Get('identity-provider')
  @Requires('organization:administer')
  readIdentityProvider(@CurrentCaller() caller: Caller): Promise<IdentityProviderResponseDto> {
    return this.service.read(caller);
  }

  /** Configures the identity provider (OpenID Connect). Sign-ins that are on their way there are refused. */
  @Put('identity-provider')
  @Requires('organization:administer')
  @Versioned()
  configureIdentityProvider(
    @CurrentCaller() caller: Caller,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: ConfigureIdentityProviderDto,
  ): Promise<IdentityProviderResponseDto> {
    return this.service.configure(caller, expected, body);
  }

  /** Ends single sign-on: people sign in by password alone from now on, and sessions go on until they end. */
  @Delete('identity-provider')
  @HttpCode(204)
  @Requires('organization:administer')
  @Versioned()
  endIdentityProvider(
    @CurrentCaller() caller: Caller,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<void> {
    return this.service.end(caller, expected);
  }

  /**
   * Lets go of the account somebody signs in with at the identity provider, e.g. where they were given another one
   * there. The next sign-in by their address binds anew; all their sessions end.
   */
  @Delete('people/:id/provider-account')
  @HttpCode(204)
  @Requires('organization:administer')
  @ApiId()
  @ApiProblems(404)
  releaseProviderAccount(@CurrentCaller() caller: Caller, @Id() id: string): Promise<void> {
    return this.accounts.release(caller, id);
  }
}
