import { Injectable } from '@nestjs/common';
import { BusinessClock, SystemClock } from '../shared/time/clock.js';

/** The two clocks: tokens live by the machine's, posts and service by the business day. */
@Injectable()
export class SignInClocks {
  constructor(
    readonly system: SystemClock,
    readonly business: BusinessClock,
  ) {}
}
