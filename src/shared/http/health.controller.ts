import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NOBODY } from '../persistence/scope.js';
import { Transactor } from '../persistence/transactor.js';
import { ApiProblems } from './api-problems.decorator.js';
import { HealthDto } from './health.dto.js';
import { Limited } from './limited.decorator.js';
import { Requires } from './requires.decorator.js';

@ApiTags('machine')
@Controller('health')
export class HealthController {
  constructor(private readonly transactor: Transactor) {}

  /** Tells that the process answers. */
  @Get('live')
  @Requires('public')
  @Limited('unlimited')
  checkLiveness(): HealthDto {
    return { status: 'ok' };
  }

  /** Tells that requests can be served: the database answers. */
  @Get('ready')
  @Requires('public')
  @Limited('unlimited')
  @ApiProblems(503)
  async checkReadiness(): Promise<HealthDto> {
    await this.transactor.read(NOBODY, (tx) => tx.query('SELECT 1'));
    return { status: 'ok' };
  }
}
