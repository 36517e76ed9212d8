import { createApp } from '../../src/app.js';
import { passingEquipment } from '../../src/equipment.js';
import { SCHEMA } from '../../src/schema.js';
import { openAsOwner } from '../../src/shared/persistence/database.js';
import { trailRetain, type Keeper } from '../../src/tools/trail/retain.js';
import type { Answer } from '../../src/tools/policy/command.js';
import { TestService } from '../support/api.js';
import { openCopy, type DatabaseCopy } from '../support/database.js';
import type { WorkFolder } from '../tools/work-folder.js';
import { recordMany, seal } from './sealing.js';

/** Runs `trail:retain` with these arguments. */
export type Retain = (...given: readonly string[]) => Promise<Answer>;

/** A body with an old trail: rows 0 to 4 of 2020, 5 to 8 of 2023, 9 to 11 of this year, each behind a checkpoint. */
export interface Body {
  readonly organizationId: string;
  readonly unitId: string;
  readonly token: string;
}

/** The file rows of a trail are archived in. */
export function archiveOf({ organizationId }: Body, from: number, to: number): string {
  return `trail-${organizationId}-${String(from)}-${String(to)}.jsonl`;
}

/** A service whose operator stops it to cut trails: the embedded database is one process. */
export class KeptService {
  private constructor(
    private readonly copy: DatabaseCopy,
    private readonly work: WorkFolder,
    private running: TestService,
  ) {}

  static async start(copy: DatabaseCopy, work: WorkFolder): Promise<KeptService> {
    return new KeptService(copy, work, await started(copy));
  }

  get service(): TestService {
    return this.running;
  }

  /** A body that keeps its trail for so many years; null for ever. */
  async bodyWithTrail(years: number | null): Promise<Body> {
    const town = await this.running.town();
    const { organizationId, unitId } = town;
    const { token } = await town.someoneAs('auditor', 'section-manager');
    await this.running.rows(
      'UPDATE organizations SET trail_retention_years = $2 WHERE organization_id = $1',
      [organizationId, years],
    );
    const made = { organizationId, unitId, token };
    const parts = [
      [5, '2020-05-01T00:00:00Z'],
      [4, '2024-03-31T14:59:59Z'],
      [3, new Date().toISOString()],
    ] as const;
    for (const [count, at] of parts) {
      await recordMany(this.running, town, count, at);
      await seal(this.running.clientWith(token));
    }
    return made;
  }

  /** Everything kept of a trail. */
  async kinds({ organizationId }: Body): Promise<unknown[]> {
    const tables = ['audit_trail', 'unsealed_entries', 'trail_leaves', 'trail_checkpoints'];
    return Promise.all(
      tables.map((table) =>
        this.running.rows(
          `SELECT count(*)::int AS count, md5(string_agg(t::text, '' ORDER BY t::text)) AS content
         FROM ${table} t WHERE organization_id = $1`,
          [organizationId],
        ),
      ),
    );
  }

  async stop(): Promise<void> {
    await this.running.stop();
  }

  /** Works as the operator does, and starts the service again. */
  async keep<T>(work: (retain: Retain, app: Keeper['app']) => Promise<T>): Promise<T> {
    await this.running.stop();
    const database = await openAsOwner(this.copy.config, SCHEMA);
    const app = await createApp(database, passingEquipment(), false);
    const opened = { app, close: () => Promise.resolve() };
    try {
      const command = trailRetain(() => Promise.resolve(opened));
      return await work((...given) => this.work.run(command, ...given), app);
    } finally {
      await app.close();
      await database.close();
      this.running = await started(this.copy);
    }
  }
}

async function started({ config }: DatabaseCopy): Promise<TestService> {
  return TestService.start({ opened: await openCopy(config) });
}
