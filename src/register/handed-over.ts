import { permissionsOf, type Permission } from '../shared/authorization/permissions.js';
import type { Duty } from '../policies/index.js';

/** What a post may have open when it changes hands. */
export const HANDOVER_KINDS = [
  'obligation',
  'assessment-to-review',
  'assessment-to-reconcile',
  'use-application-to-decide',
  'report-to-submit',
  'report-to-review',
  'finding-to-correct',
  'finding-to-verify',
  'exception-to-decide',
  'exception-ending',
] as const;
export type HandoverKind = (typeof HANDOVER_KINDS)[number];

/** Who acts on it; what a policy has done of its obligations is said by the articles themselves. */
const ACTS: Readonly<Record<Exclude<HandoverKind, 'obligation'>, Permission>> = {
  'assessment-to-review': 'assessment:review',
  'assessment-to-reconcile': 'assessment:reconcile',
  'use-application-to-decide': 'use-application:decide',
  'report-to-submit': 'report:submit',
  'report-to-review': 'report:review',
  'finding-to-correct': 'corrective-action:write',
  'finding-to-verify': 'finding:verify',
  'exception-to-decide': 'exception:permit',
  'exception-ending': 'exception:end',
};

/** What somebody with these duties hands over, beside the obligations their role is named in. */
export function handedOverBy(duties: readonly Duty[]): readonly HandoverKind[] {
  const permissions = permissionsOf(new Set(duties));
  return HANDOVER_KINDS.filter((kind) => kind === 'obligation' || permissions.has(ACTS[kind]));
}
