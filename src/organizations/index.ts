import { OrgUnit } from './org-unit.entity.js';
import { Organization } from './organization.entity.js';
import { OrganizationSetting } from './organization-setting.entity.js';
import { Person } from './person.entity.js';
import { PolicyAdoption } from './policy-adoption.entity.js';
import { Post } from './post.entity.js';

export { OrganizationsModule } from './organizations.module.js';
export { Authority } from './authority.js';
export { BodyPolicy, namedSetting } from './body-policy.js';
export { UndecidedSettingDto } from './dto/policy-adoption.dto.js';
export { reachOf } from './domain/post-reach.js';
export { CONTRACT_SORTS, type ContractSort } from './domain/small-contracts.js';
export { ORGANIZATION_TYPES } from './domain/organization-type.js';
export {
  Founding,
  type BodyPlan,
  type NewAccount,
  type PersonPlan,
  type UnitPlan,
} from './founding.js';
export { OrganizationService } from './organization.service.js';
export { PeopleService } from './people.service.js';
export { secondFactorRoles } from './second-factor-roles.js';
export {
  SecondFactorAccess,
  SignInAccess,
  type InitialSecret,
  type SignInHolder,
} from './sign-in-access.js';
export { ServingStaff } from './serving-staff.js';
export const organizationEntities = [
  Organization,
  OrgUnit,
  Person,
  Post,
  OrganizationSetting,
  PolicyAdoption,
];
