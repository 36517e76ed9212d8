import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { TrailLeavesRepository } from './trail-leaves.repository.js';
import { TrailSealing } from './trail-sealing.js';

/**
 * Seals what waits in every organization, again and again. Any number of instances may do so: each
 * takes what the others have left, and only the process that is told to begins.
 */
@Injectable()
export class TrailSealingRound implements OnModuleDestroy {
  private readonly logger = new Logger(TrailSealingRound.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly leaves: TrailLeavesRepository,
    private readonly sealing: TrailSealing,
  ) {}

  every(milliseconds: number): void {
    this.timer = setInterval(() => {
      this.running ??= this.run().finally(() => {
        this.running = undefined;
      });
    }, milliseconds).unref();
  }

  /** One round. What fails is told and left to the next. */
  async run(): Promise<void> {
    try {
      for (const organizationId of await this.leaves.waiting()) {
        await this.sealing.sealAll({ organizationId });
      }
    } catch (error) {
      this.logger.error('The trail could not be sealed', error);
    }
  }

  /** The database is closed only after the round that is under way. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }
}
