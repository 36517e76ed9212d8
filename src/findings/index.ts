import { CorrectiveAction } from './corrective-action.entity.js';
import { Finding } from './finding.entity.js';

export { FINDING_STATUS_WORDS } from './domain/finding-standing.js';
export { FindingRaising } from './finding-raising.js';
export { FindingsModule } from './findings.module.js';
export const findingEntities = [Finding, CorrectiveAction];
