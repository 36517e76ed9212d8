import { describe, expect, it } from 'vitest';
import type { Pack } from '../../policies/index.js';
import { deciderRoles, recorderRoles, rolesWith, useApprovalOf } from './use-approval.js';

const TEXT = { ja: '', en: '' };
const PACK = {
  regimes: [
    { id: 'work', label: TEXT, when: {} },
    { id: 'full', label: TEXT, when: {}, useApproval: { applicantRoles: ['officer'] } },
    {
      id: 'light',
      label: TEXT,
      when: {},
      useApproval: { applicantRoles: ['clerk'], deciderRoles: ['officer'] },
    },
  ],
  roles: [
    { id: 'officer', abbreviation: 'O', label: TEXT, duties: ['manage-department'] },
    { id: 'clerk', abbreviation: 'C', label: TEXT, duties: ['staff'] },
    { id: 'buyer', abbreviation: 'B', label: TEXT, duties: ['staff', 'procure'] },
  ],
  // Only what the rule reads of a policy.
} as unknown as Pack;

describe('use approval', () => {
  it('follows the regime of the engagement that asks for it', () => {
    const approval = useApprovalOf(PACK, ['regime:work', 'regime:full']);
    expect(approval.applicantRoles).toEqual(['officer']);
  });

  it('is refused where no regime of the engagement asks for it', () => {
    expect(() => useApprovalOf(PACK, ['regime:work'])).toThrow('No rule of the policy');
  });

  it('is decided by the roles the regime names, whatever the setting says', () => {
    const approval = useApprovalOf(PACK, ['regime:light']);
    const settings = new Map([['authorizing-official-role', 'clerk']]);
    expect(deciderRoles(approval, settings)).toEqual(['officer']);
  });

  it('is decided by the role of the setting where the regime names none', () => {
    const approval = useApprovalOf(PACK, ['regime:full']);
    const settings = new Map([['authorizing-official-role', 'clerk']]);
    expect(deciderRoles(approval, settings)).toEqual(['clerk']);
  });

  it('tells what to set where nobody is named', () => {
    const approval = useApprovalOf(PACK, ['regime:full']);
    expect(() => deciderRoles(approval, new Map())).toThrow('authorizing-official-role');
  });

  it('lets those record a decision made elsewhere who have a duty in it', () => {
    expect(recorderRoles(PACK)).toEqual(['officer', 'buyer']);
    expect(rolesWith(PACK, ['staff'])).toEqual(['clerk', 'buyer']);
  });
});
