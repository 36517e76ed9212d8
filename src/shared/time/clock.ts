import { Injectable } from '@nestjs/common';

const JAPAN = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tokyo', dateStyle: 'short' });

/** The time of the machine: for tokens, locks, idempotency and the moment a trail row is written. */
@Injectable()
export class SystemClock {
  now(): Date {
    return new Date();
  }
}

/**
 * The time duties run by: due dates, validity, fiscal years. It follows the machine unless the
 * parent process moves it (demo and tests), so that a year can pass in a minute.
 */
@Injectable()
export class BusinessClock {
  private offset = 0;

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  /** The day it is in Japan, `YYYY-MM-DD`, whatever zone the process runs in. */
  today(): string {
    return JAPAN.format(this.now());
  }

  /** Moves the clock to an instant; it goes on from there. */
  moveTo(instant: Date): void {
    this.offset = instant.getTime() - Date.now();
  }
}
