import { CorrectiveAction } from './corrective-action.entity.js';
import { Finding } from './finding.entity.js';

export { FindingsModule } from './findings.module.js';
export const findingEntities = [Finding, CorrectiveAction];
