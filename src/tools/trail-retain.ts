import { createApp } from '../app.js';
import { equipmentOf } from '../equipment.js';
import { schemaWith } from '../schema.js';
import { readConfig } from '../shared/config/config.js';
import { openAsOwner } from '../shared/persistence/database.js';
import { runCommand } from './policy/command.js';
import { trailRetain } from './trail/retain.js';

await runCommand(
  trailRetain(async () => {
    const config = readConfig(process.env);
    const database = await openAsOwner(config.database, schemaWith(config.policyPacks));
    const app = await createApp(database, await equipmentOf(config), false);
    return {
      app,
      close: async () => {
        await app.close();
        await database.close();
      },
    };
  }),
);
