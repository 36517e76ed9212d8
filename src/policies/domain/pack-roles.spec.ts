import { describe, expect, test } from 'vitest';

import { withRolesMapped, wrongMappings } from './pack-roles.js';

const roles = [
  { id: 'head', duties: ['staff', 'judge-trust'] },
  { id: 'department', duties: ['staff', 'manage-department'], mappedTo: 'head' },
  { id: 'section', duties: ['staff'] },
];
const pack = {
  roles,
  regimes: [
    { id: 'cloud', useApproval: { applicantRoles: ['department'], deciderRoles: ['head'] } },
  ],
  articles: [
    {
      key: 'A',
      obligations: [{ roles: ['department', 'section', 'head'] }, { roles: ['section'] }],
    },
  ],
  reports: [{ id: 'R', recipientRoles: ['section', 'department'] }],
  settings: [
    { id: 'decider', type: 'role', default: 'department' },
    { id: 'open', type: 'role' },
    { id: 'word', type: 'text', default: 'department' },
  ],
};

describe('a role that is mapped onto another', () => {
  test('gives way to it in every list, where each role stands once', () => {
    expect(withRolesMapped(pack)).toMatchObject({
      regimes: [{ useApproval: { applicantRoles: ['head'], deciderRoles: ['head'] } }],
      articles: [{ obligations: [{ roles: ['head', 'section'] }, { roles: ['section'] }] }],
      reports: [{ recipientRoles: ['section', 'head'] }],
    });
  });

  test('leaves it its duties, and the note whom it stands for', () => {
    expect(withRolesMapped(pack).roles).toEqual([
      {
        id: 'head',
        duties: ['staff', 'judge-trust', 'manage-department'],
        standsFor: ['department'],
      },
      { id: 'section', duties: ['staff'] },
    ]);
  });

  test('gives way in the default of a setting that names a role, and in no other', () => {
    expect(withRolesMapped(pack).settings).toEqual([
      { id: 'decider', type: 'role', default: 'head' },
      { id: 'open', type: 'role' },
      { id: 'word', type: 'text', default: 'department' },
    ]);
  });

  test('changes nothing where there is none, or where a mapping is wrong', () => {
    const plain = { ...pack, roles: [{ id: 'head', duties: [] }] };
    expect(withRolesMapped(plain)).toBe(plain);
    const wrong = { ...pack, roles: [...roles, { id: 'clerk', duties: [], mappedTo: 'ghost' }] };
    expect(withRolesMapped(wrong)).toBe(wrong);
  });
});

test.each([
  ['nobody', 'ghost', 'unknown role "ghost"; it must be one of: head, department, section, clerk'],
  ['itself', 'clerk', 'role "clerk" gives way to another itself'],
  ['one that gives way itself', 'department', 'role "department" gives way to another itself'],
])('a role cannot be mapped onto %s', (_case, mappedTo, reason) => {
  const wrong = { ...pack, roles: [...roles, { id: 'clerk', duties: [], mappedTo }] };
  expect(wrongMappings(wrong)).toMatchObject([
    { path: ['roles', 3, 'mappedTo'], reason: { en: reason } },
  ]);
});
