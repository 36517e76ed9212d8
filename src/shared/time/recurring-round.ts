import type { OnModuleDestroy } from '@nestjs/common';

/**
 * What is done again and again in a process that is told to. A round that is under way is never joined
 * by a second one, and the database is closed only after it.
 */
export abstract class RecurringRound implements OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  /** One round. What fails is told and left to the next; it never rejects. */
  abstract run(): Promise<void>;

  /** Begins a round after every interval. */
  every(milliseconds: number): void {
    this.timer = setInterval(() => {
      this.begin();
    }, milliseconds).unref();
  }

  /** The same, and one now: for intervals that are longer than a process may live. */
  nowAndEvery(milliseconds: number): void {
    this.every(milliseconds);
    this.begin();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Begins a round now, unless one is under way. */
  private begin(): void {
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
  }
}
