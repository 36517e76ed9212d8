import type { BodyPlan } from '../organizations/index.js';

/**
 * A town of five people who hold all posts among them, so that what the policy keeps apart (2(8)
 * 兼務の禁止) still falls to different people: who applies and who permits, who is audited and who
 * audits, and two reviewers beside those who procure.
 */
export const TINY_TOWN: BodyPlan = {
  name: '小見本村（菊陽町ポリシー適用）',
  nameEn: 'Little Sample Village (on the Kikuyo policy)',
  type: 'village',
  localGovernmentCode: null,
  policy: 'kikuyo',
  settings: { 'authorizing-official-role': 'ciso' },
  secondFactors: true,
  units: [{ name: '総務課' }, { name: '住民課' }],
  people: [
    {
      name: '佐藤 一郎',
      email: 'sato@komihon.example',
      posts: [{ roleId: 'ciso' }, { roleId: 'committee' }],
    },
    {
      name: '鈴木 京子',
      email: 'suzuki@komihon.example',
      posts: [
        { roleId: 'head-officer' },
        { roleId: 'department-officer' },
        { roleId: 'committee' },
      ],
    },
    {
      name: '高田 実',
      email: 'takada@komihon.example',
      posts: [
        { roleId: 'section-manager', unit: '住民課' },
        { roleId: 'system-manager' },
        { roleId: 'procurement' },
        { roleId: 'system-staff' },
      ],
    },
    {
      name: '川上 奈々',
      email: 'kawakami@komihon.example',
      posts: [
        { roleId: 'secretariat', unit: '総務課' },
        { roleId: 'security-reviewer', unit: '総務課' },
        { roleId: 'cloud-service-manager' },
        { roleId: 'social-media-manager', unit: '総務課' },
        { roleId: 'incident-team', unit: '総務課' },
        { roleId: 'staff', unit: '総務課' },
      ],
    },
    {
      name: '森 正人',
      email: 'mori@komihon.example',
      posts: [
        { roleId: 'chief-audit-officer' },
        { roleId: 'auditor' },
        { roleId: 'security-reviewer' },
        { roleId: 'administrator' },
      ],
    },
  ],
};
