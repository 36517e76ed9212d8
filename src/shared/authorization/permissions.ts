/**
 * What a caller may be allowed to do. The contract names the permission of every operation. Which
 * duty of a role grants which permission is data below; which role has which duties is the pack's.
 */
const GRANTS = {
  'organization:read': ['staff', 'administer'],
  'organization:administer': ['administer'],
  'policy:read': ['staff', 'administer'],
  'policy:adopt': ['administer'],
  'trail:read': ['administer', 'audit', 'permit-exceptions', 'judge-trust'],
  'trail:seal': ['administer', 'audit'],
  'vendor:read': ['staff'],
  'vendor:write': ['procure', 'manage-section', 'manage-department', 'contract', 'review'],
  // To invite a firm and agree to its account, which binds the body: not for systems.
  'vendor:link': ['procure', 'manage-section', 'manage-department', 'contract', 'review'],
  'engagement:read': ['staff'],
  'engagement:write': ['staff'],
  'engagement:transition': [
    'procure',
    'manage-section',
    'manage-cloud-service',
    'manage-social-media',
  ],
  'engagement:decide': ['manage-section', 'manage-department', 'judge-trust', 'permit-exceptions'],
  'record:write': ['staff'],
  'rule-document:write': [
    'manage-section',
    'manage-department',
    'judge-trust',
    'permit-exceptions',
    'administer',
  ],
  'specification:write': ['procure', 'manage-section', 'manage-department'],
  'assessment:read': ['staff'],
  'assessment:write': ['procure', 'manage-section', 'manage-department'],
  'assessment:review': ['review'],
  'assessment:reconcile': ['review', 'manage-section', 'manage-department', 'judge-trust'],
  // To seek vendors by a procurement method: its steps bind candidates, so they are not for systems.
  'selection:conduct': ['procure', 'manage-section', 'manage-department'],
  'selection:decide': ['manage-section', 'manage-department'],
  'trust:judge': ['judge-trust'],
  // How far the law of other countries reaches the information of the body.
  'country:assess': ['manage-department', 'judge-trust'],
  'use-application:write': ['staff'],
  // Those beside the deciders record what was decided in the document system (起案・決裁).
  'use-application:decide': [
    'authorize-use',
    'manage-department',
    'manage-section',
    'procure',
    'review',
  ],
  'contract:read': ['staff'],
  'contract:write': ['procure', 'contract', 'manage-section'],
  'contract:sign': ['contract', 'manage-section'],
  // A required clause is left out only with the confirmation of those who weigh the risk of it.
  'contract:confirm': ['permit-exceptions', 'judge-trust'],
  'provision:write': ['manage-section'],
  // The chain below a contract: taken in for the contractor, decided on by whom policy or body name.
  'subcontract:write': ['procure', 'contract', 'manage-section'],
  'subcontract:decide': [
    'procure',
    'contract',
    'manage-section',
    'manage-department',
    'authorize-use',
  ],
  'briefing:write': ['procure', 'contract', 'manage-section'],
  'roster:write': ['procure', 'contract', 'manage-section'],
  'report:read': ['staff'],
  'report:submit': ['procure', 'contract', 'manage-section', 'manage-cloud-service'],
  'report:review': [
    'manage-section',
    'manage-department',
    'manage-cloud-service',
    'judge-trust',
    'permit-exceptions',
  ],
  'report:waive': ['judge-trust'],
  'audit:write': ['audit'],
  'finding:write': ['audit', 'manage-section', 'judge-trust', 'permit-exceptions'],
  'finding:verify': ['audit'],
  'corrective-action:write': [
    'procure',
    'manage-section',
    'manage-cloud-service',
    'manage-social-media',
  ],
  'exception:request': ['manage-section', 'procure'],
  'exception:permit': ['permit-exceptions'],
  'duty-waiver:read': ['staff', 'administer'],
  'duty-waiver:permit': ['permit-exceptions'],
  'exception:end': ['manage-section', 'permit-exceptions'],
  'register:read': ['staff'],
  'handover:read': ['staff', 'administer'],
  'file:read': ['staff'],
  'file:write': ['staff'],
  // In the account of a firm, whose roles are the product's own (src/firms/domain/firm-roles.ts).
  'firm:read': ['firm-serve'],
  'firm:answer': ['firm-answer'],
  'firm:administer': ['firm-administer'],
} as const satisfies Record<string, readonly string[]>;

/** Duties that weigh so much that whoever has one of them signs in with a second factor. */
const SECOND_FACTOR_DUTIES: readonly string[] = [
  'administer',
  'permit-exceptions',
  'judge-trust',
  'authorize-use',
];

export type Permission = keyof typeof GRANTS;

/** Every permission, for tests and the contract. */
export const PERMISSIONS = Object.keys(GRANTS) as readonly Permission[];

/**
 * What another system may be given by a token: to read, and to enter what people then decide on. Whatever
 * the policy has somebody decide, confirm or administer is left out, since a system holds no post.
 */
export const SYSTEM_PERMISSIONS = [
  'organization:read',
  'policy:read',
  'trail:read',
  'vendor:read',
  'vendor:write',
  'engagement:read',
  'engagement:write',
  'record:write',
  'assessment:read',
  'assessment:write',
  'contract:read',
  'contract:write',
  'subcontract:write',
  'report:read',
  'report:submit',
  'register:read',
  'file:read',
  'file:write',
] as const satisfies readonly Permission[];

/** The permissions that a set of duties grants together. */
export function permissionsOf(duties: ReadonlySet<string>): ReadonlySet<Permission> {
  return new Set(PERMISSIONS.filter((name) => GRANTS[name].some((duty) => duties.has(duty))));
}

/** Whether one of these duties asks for a second factor. */
export function askForSecondFactor(duties: readonly string[]): boolean {
  return duties.some((duty) => SECOND_FACTOR_DUTIES.includes(duty));
}
