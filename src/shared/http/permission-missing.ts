import type { NamedRole } from '../authorization/authenticator.js';
import type { Permission } from '../authorization/permissions.js';
import { edgeProblem, type Problem } from './problem.js';

/** The refusal of a caller whose posts do not permit an operation: it tells whom to ask. */
export function permissionMissing(permission: Permission, roles: readonly NamedRole[]): Problem {
  const problem = edgeProblem(403);
  const { ja, en } = problem.detail;
  const who =
    roles.length === 0
      ? NOBODY
      : {
          ja: `この操作ができるのは、次のいずれかの役職に就いている者です：${roles.map(({ label }) => label.ja).join('、')}。`,
          en: `Who holds one of these roles may do it: ${roles.map(({ label }) => label.en).join(', ')}.`,
        };
  return {
    ...problem,
    detail: { ja: `${ja}${who.ja}`, en: `${en} ${who.en}` },
    facts: { permission, roles },
  };
}

const NOBODY = {
  ja: '適用中のポリシーには、この操作ができる役職がありません。',
  en: 'No role of a policy in force may do it.',
};
