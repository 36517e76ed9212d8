import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { NotFound } from '../domain/domain-error.js';
import { SystemClock } from '../time/clock.js';
import { ApiProblems } from './api-problems.decorator.js';
import { Requires } from './requires.decorator.js';

/** Whom to tell of a weakness of the service, and where the service is; either may not be known. */
export class SecurityContact {
  constructor(
    readonly address: string | undefined,
    readonly publicUrl: string | undefined,
  ) {}
}

const PATH = '.well-known/security.txt';

/** RFC 9116, 2.5.5 recommends less than a year; whoever runs the service starts it more often than that. */
const DAYS_VALID = 360;
const DAY_MS = 24 * 60 * 60 * 1000;

@ApiTags('machine')
@Controller()
export class SecurityContactController {
  private readonly expires: string;

  constructor(
    private readonly contact: SecurityContact,
    clock: SystemClock,
  ) {
    const until = clock.now().getTime() + DAYS_VALID * DAY_MS;
    this.expires = new Date(until).toISOString().replace(/\.\d+Z$/, 'Z');
  }

  /** Tells whom to report a weakness to (RFC 9116). 404 where whoever runs the service named nobody. */
  @Get(PATH)
  @Header('content-type', 'text/plain; charset=utf-8')
  @Requires('public')
  @ApiProblems(404)
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  readSecurityContact(): string {
    const { address, publicUrl } = this.contact;
    if (address === undefined) throw new NotFound();
    const fields = [
      `Contact: ${address}`,
      `Expires: ${this.expires}`,
      'Preferred-Languages: ja, en',
      ...(publicUrl === undefined ? [] : [`Canonical: ${publicUrl}/${PATH}`]),
    ];
    return `${fields.join('\r\n')}\r\n`;
  }
}
