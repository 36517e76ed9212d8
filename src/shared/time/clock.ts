import { Injectable } from '@nestjs/common';

/** Japan is nine hours ahead all year round; it has had no summer time since 1951. */
const JAPAN_AHEAD_MS = 9 * 60 * 60 * 1000;

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
    return new Date(this.now().getTime() + JAPAN_AHEAD_MS).toISOString().slice(0, 10);
  }

  /** Moves the clock to an instant; it goes on from there. */
  moveTo(instant: Date): void {
    this.offset = instant.getTime() - Date.now();
  }
}
