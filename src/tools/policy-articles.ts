import { policyArticles } from './policy/articles.js';
import { runCommand } from './policy/command.js';

await runCommand(policyArticles);
