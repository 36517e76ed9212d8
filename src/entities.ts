import { approvalEntities } from './approvals/index.js';
import { assessmentEntities } from './assessments/index.js';
import { auditTrailEntities } from './audit-trail/index.js';
import { auditEntities } from './audits/index.js';
import { contractEntities } from './contracts/index.js';
import { dutyEntities } from './duties/index.js';
import { engagementEntities } from './engagements/index.js';
import { exceptionEntities } from './exceptions/index.js';
import { fileEntities } from './files/index.js';
import { findingEntities } from './findings/index.js';
import { firmEntities } from './firms/index.js';
import { identityEntities } from './identity/index.js';
import { notificationEntities } from './notifications/index.js';
import { organizationEntities } from './organizations/index.js';
import { PolicyVersion } from './policies/index.js';
import { reportingEntities } from './reporting/index.js';
import { IdempotencyKey } from './shared/persistence/idempotency-key.entity.js';
import { subcontractingEntities } from './subcontracting/index.js';
import { vendorEntities } from './vendors/index.js';

/** Every table of the product, lowest feature first. */
export const ENTITIES = [
  IdempotencyKey,
  ...auditTrailEntities,
  ...fileEntities,
  PolicyVersion,
  ...organizationEntities,
  ...dutyEntities,
  ...firmEntities,
  ...vendorEntities,
  ...identityEntities,
  ...notificationEntities,
  ...engagementEntities,
  ...exceptionEntities,
  ...assessmentEntities,
  ...findingEntities,
  ...contractEntities,
  ...reportingEntities,
  ...auditEntities,
  ...approvalEntities,
  ...subcontractingEntities,
];
