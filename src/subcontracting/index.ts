import { Briefing } from './briefing.entity.js';
import { InformationProvision } from './information-provision.entity.js';
import { Roster } from './roster.entity.js';
import { SubcontractDecision } from './subcontract-decision.entity.js';
import { SubcontractDiscovery } from './subcontract-discovery.entity.js';
import { SubcontractSubmission } from './subcontract-submission.entity.js';
import { Subcontract } from './subcontract.entity.js';

export { SubcontractingModule } from './subcontracting.module.js';
export const subcontractingEntities = [
  Briefing,
  Subcontract,
  SubcontractSubmission,
  SubcontractDecision,
  SubcontractDiscovery,
  InformationProvision,
  Roster,
];
