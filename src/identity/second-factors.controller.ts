import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Limited } from '../shared/http/limited.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  ConfirmSecondFactorDto,
  RegisteredSecondFactorDto,
  RegisterSecondFactorDto,
  SecondFactorDto,
  SecondFactorsDto,
} from './dto/second-factor.dto.js';
import { SecondFactorResets } from './second-factor-resets.service.js';
import { SecondFactorsService } from './second-factors.service.js';

@ApiTags('sign-in')
@Controller('v1')
export class SecondFactorsController {
  constructor(
    private readonly service: SecondFactorsService,
    private readonly resets: SecondFactorResets,
  ) {}

  /** Lists one's own second factors: authenticator apps and security keys that count. */
  @Get('me/second-factors')
  @Requires('signed-in')
  listMySecondFactors(@CurrentCaller() caller: Caller): Promise<SecondFactorsDto> {
    return this.service.list(caller);
  }

  /**
   * Begins the registration of an authenticator app or a security key; it counts once it is confirmed. Its
   * secret is told in this reply only, so there is no `Idempotency-Key`: what was begun gives way to what
   * is begun next.
   */
  @Post('me/second-factors')
  @Requires('signed-in')
  @Limited('heavy')
  @ApiProblems(422)
  registerSecondFactor(
    @CurrentCaller() caller: Caller,
    @Body() body: RegisterSecondFactorDto,
  ): Promise<RegisteredSecondFactorDto> {
    return this.service.register(caller, body);
  }

  /**
   * Confirms that one has it, by a code of the app or the answer of the key. This session counts as signed in
   * with a second factor from then on; every other session of the person ends.
   */
  @Post('me/second-factors/:id/confirmation')
  @Requires('signed-in')
  @Limited('heavy')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  confirmSecondFactor(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: ConfirmSecondFactorDto,
  ): Promise<SecondFactorDto> {
    return this.service.confirm(caller, id, body);
  }

  /**
   * Removes one of one's own, in a session that was begun with a second factor; every other session of the
   * person ends, and with the only one this session too. The last one stays while a post asks for it.
   */
  @Delete('me/second-factors/:id')
  @HttpCode(204)
  @Requires('signed-in')
  @ApiId()
  @ApiProblems(404, 422)
  removeSecondFactor(@CurrentCaller() caller: Caller, @Id() id: string): Promise<void> {
    return this.service.remove(caller, id);
  }

  /** Takes all second factors from someone who lost theirs, who then registers another; their sessions end. */
  @Delete('people/:id/second-factors')
  @HttpCode(204)
  @Requires('organization:administer')
  @ApiId()
  @ApiProblems(404, 422)
  resetSecondFactors(@CurrentCaller() caller: Caller, @Id() id: string): Promise<void> {
    return this.resets.reset(caller, id);
  }
}
