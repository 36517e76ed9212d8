import { FirmNumber } from './firm-number.entity.js';
import { Firm } from './firm.entity.js';

export { FirmsModule } from './firms.module.js';
export { FirmAccounts } from './firm-accounts.js';
export type { FirmParty } from './firms.repository.js';
export { FirmStaff, type FirmMember } from './firm-staff.js';
export { FIRM_ROLES, type FirmRole, type FirmRoleId } from './domain/firm-roles.js';
export const firmEntities = [Firm, FirmNumber];
