import { runCommand } from './policy/command.js';
import { trailVerify } from './trail/verify.js';

await runCommand(trailVerify);
