import { Audit } from './audit.entity.js';

export { AuditsModule } from './audits.module.js';
export const auditEntities = [Audit];
