import { policyCheck } from './policy/check.js';
import { runCommand } from './policy/command.js';

await runCommand(policyCheck);
