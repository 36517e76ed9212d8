import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Limited } from '../shared/http/limited.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { ChangePasswordDto, InitialPasswordResponseDto } from './dto/password.dto.js';
import { PasswordsService } from './passwords.service.js';

@ApiTags('sign-in')
@Controller('v1')
export class PasswordsController {
  constructor(private readonly service: PasswordsService) {}

  /** Changes one's own password; every other session of the person ends. */
  @Put('me/password')
  @HttpCode(204)
  @Requires('signed-in')
  @Limited('heavy')
  @ApiProblems(422)
  changeMyPassword(
    @CurrentCaller() caller: Caller,
    @Body() body: ChangePasswordDto,
  ): Promise<void> {
    return this.service.change(caller, body);
  }

  /** Gives someone who lost theirs a new password, told in this reply only; all their sessions end. */
  @Post('people/:id/initial-password')
  @Requires('organization:administer')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  renewPassword(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
  ): Promise<InitialPasswordResponseDto> {
    return this.service.renew(caller, id);
  }
}
