import { runCommand } from './policy/command.js';
import { policyNew } from './policy/new.js';

await runCommand(policyNew);
