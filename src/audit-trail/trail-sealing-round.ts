import { Injectable, Logger } from '@nestjs/common';
import { RecurringRound } from '../shared/time/recurring-round.js';
import { TrailLeavesRepository } from './trail-leaves.repository.js';
import { TrailSealing } from './trail-sealing.js';

/**
 * Seals what waits in every organization, again and again. Any number of instances may do so: each
 * takes what the others have left, and only the process that is told to begins.
 */
@Injectable()
export class TrailSealingRound extends RecurringRound {
  private readonly logger = new Logger(TrailSealingRound.name);

  constructor(
    private readonly leaves: TrailLeavesRepository,
    private readonly sealing: TrailSealing,
  ) {
    super();
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
}
