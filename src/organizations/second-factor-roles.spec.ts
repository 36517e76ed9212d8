import { describe, expect, it } from 'vitest';
import type { Pack } from '../policies/index.js';
import { secondFactorRoles } from './second-factor-roles.js';

const LABEL = { ja: '役', en: 'role' };

function role(
  id: string,
  duties: Pack['roles'][number]['duties'],
  standsFor?: string[],
): Pack['roles'][number] {
  return { id, abbreviation: id, label: LABEL, duties, ...(standsFor && { standsFor }) };
}

const PACK: Pick<Pack, 'roles' | 'settings' | 'regimes'> = {
  roles: [
    role('administrator', ['administer']),
    role('ciso', ['staff', 'permit-exceptions']),
    role('head', ['staff', 'judge-trust']),
    role('official', ['staff', 'authorize-use']),
    role('manager', ['staff', 'manage-section'], ['chief']),
    role('mayor', ['staff']),
    role('clerk', ['staff', 'procure', 'contract', 'review', 'audit']),
  ],
  settings: [{ id: 'authorizing-official-role', label: LABEL, type: 'role' }],
  regimes: [
    { id: 'cloud', label: LABEL, when: {}, useApproval: { applicantRoles: ['clerk'] } },
    {
      ...{ id: 'light', label: LABEL, when: {} },
      useApproval: { applicantRoles: ['clerk'], deciderRoles: ['manager'] },
    },
  ],
};
const BY_DUTY = ['administrator', 'ciso', 'head', 'official'];

describe('a second factor', () => {
  it('is asked of administrators, CISO, head officer, authorizing officials and deciders', () => {
    expect([...secondFactorRoles(PACK, null)].sort()).toEqual([...BY_DUTY, 'manager'].sort());
  });

  it('is asked of whomever the body named to authorize use', () => {
    expect(secondFactorRoles(PACK, 'mayor')).toContain('mayor');
    expect(secondFactorRoles(PACK, 'mayor')).not.toContain('clerk');
  });

  it('is asked of the role that took the place of the one that was named', () => {
    const pack = { ...PACK, regimes: [] };

    expect([...secondFactorRoles(pack, 'chief')].sort()).toEqual([...BY_DUTY, 'manager'].sort());
    expect([...secondFactorRoles(pack, 'emperor')].sort()).toEqual(BY_DUTY);
  });
});
