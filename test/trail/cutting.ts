import { createApp } from '../../src/app.js';
import { passingEquipment } from '../../src/equipment.js';
import { SCHEMA } from '../../src/schema.js';
import { openAsOwner, openDatabase } from '../../src/shared/persistence/database.js';
import { trailRetain, type Keeper } from '../../src/tools/trail/retain.js';
import type { Answer } from '../../src/tools/policy/command.js';
import { TestService } from '../support/api.js';
import type { DatabaseCopy } from '../support/database.js';
import type { WorkFolder } from '../tools/work-folder.js';

/** Runs `trail:retain` with these arguments. */
export type Retain = (...given: readonly string[]) => Promise<Answer>;

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
  return TestService.start({ opened: await openDatabase(config, SCHEMA) });
}
