import { Injectable, Logger } from '@nestjs/common';
import { Transactor } from '../shared/persistence/transactor.js';
import { SystemClock } from '../shared/time/clock.js';
import { RecurringRound } from '../shared/time/recurring-round.js';
import { PassingRowsRepository, type Drop } from './passing-rows.repository.js';

/** How many rows a transaction takes away. */
export const PURGE_BATCH = 1_000;

/** No clock of an instance is behind another by so much. */
const MARGIN_MS = 24 * 60 * 60 * 1000;

/**
 * Takes away what has no more use: sessions that are over with the refresh tokens they spent, tickets and sign-ins that nobody
 * came back with, and replies kept for repeated requests. Any number of instances may: each passes over what another is at.
 */
@Injectable()
export class PurgeRound extends RecurringRound {
  private readonly logger = new Logger(PurgeRound.name);

  constructor(
    private readonly transactor: Transactor,
    private readonly rows: PassingRowsRepository,
    private readonly clock: SystemClock,
  ) {
    super();
  }

  /** One round. What fails is told and left to the next. */
  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - MARGIN_MS);
    try {
      for (const organizationId of await this.rows.owners()) {
        for (const drop of this.rows.kinds) await this.purge(organizationId, drop, before);
      }
    } catch (error) {
      this.logger.error(error, 'What has no more use could not be taken away');
    }
  }

  private async purge(organizationId: string, drop: Drop, before: Date): Promise<void> {
    const purge = { before, limit: PURGE_BATCH };
    let gone = PURGE_BATCH;
    while (gone === PURGE_BATCH) {
      const scope = { organizationId };
      gone = await this.transactor.write(scope, (tx) => drop(tx, scope, purge));
    }
  }
}
