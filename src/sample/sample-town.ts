import type { BodyPlan } from '../organizations/index.js';

/** A town of the usual size on the policy of Kikuyo: somebody for every role. Everything in it is made up. */
export const SAMPLE_TOWN: BodyPlan = {
  name: '見本町（菊陽町ポリシー適用）',
  nameEn: 'Sample Town (on the Kikuyo policy)',
  type: 'town',
  localGovernmentCode: null,
  policy: 'kikuyo',
  settings: { 'authorizing-official-role': 'authorizing-official' },
  secondFactors: true,
  units: [
    { name: '総務部' },
    { name: '総務課', under: '総務部' },
    { name: 'デジタル推進課', under: '総務部' },
    { name: '財政課', under: '総務部' },
    { name: '税務課', under: '総務部' },
    { name: '健康福祉部' },
    { name: '町民課', under: '健康福祉部' },
    { name: '健康・保険課', under: '健康福祉部' },
    { name: '監査委員事務局' },
  ],
  people: [
    {
      name: '田上 正臣',
      email: 'tanoue@kikuyo.example',
      posts: [{ roleId: 'ciso' }, { roleId: 'committee' }],
    },
    {
      name: '本田 由紀子',
      email: 'honda@kikuyo.example',
      posts: [
        { roleId: 'head-officer' },
        { roleId: 'department-officer', unit: '総務部' },
        { roleId: 'committee' },
      ],
    },
    {
      name: '緒方 隆',
      email: 'ogata@kikuyo.example',
      posts: [{ roleId: 'department-officer', unit: '健康福祉部' }, { roleId: 'committee' }],
    },
    {
      name: '古閑 誠',
      email: 'koga@kikuyo.example',
      posts: [{ roleId: 'authorizing-official' }],
    },
    {
      name: '中村 和恵',
      email: 'nakamura@kikuyo.example',
      posts: [{ roleId: 'section-manager', unit: '総務課' }],
    },
    {
      name: '村上 健二',
      email: 'murakami@kikuyo.example',
      posts: [{ roleId: 'section-manager', unit: '町民課' }],
    },
    {
      name: '宮本 久美',
      email: 'miyamoto@kikuyo.example',
      posts: [{ roleId: 'section-manager', unit: '健康・保険課' }],
    },
    {
      name: '坂本 亮',
      email: 'sakamoto@kikuyo.example',
      posts: [{ roleId: 'system-manager' }, { roleId: 'section-manager', unit: 'デジタル推進課' }],
    },
    {
      name: '松岡 美咲',
      email: 'matsuoka@kikuyo.example',
      posts: [
        { roleId: 'system-staff' },
        { roleId: 'cloud-service-manager' },
        { roleId: 'social-media-manager', unit: 'デジタル推進課' },
      ],
    },
    {
      name: '西田 香織',
      email: 'nishida@kikuyo.example',
      posts: [{ roleId: 'secretariat', unit: '総務課' }],
    },
    {
      name: '髙橋 翔',
      email: 'takahashi@kikuyo.example',
      posts: [{ roleId: 'security-reviewer', unit: 'デジタル推進課' }],
    },
    {
      name: '岩下 明日香',
      email: 'iwashita@kikuyo.example',
      posts: [{ roleId: 'security-reviewer', unit: '財政課' }],
    },
    {
      name: '上田 大輔',
      email: 'ueda@kikuyo.example',
      posts: [{ roleId: 'procurement' }, { roleId: 'staff', unit: '財政課' }],
    },
    {
      name: '工藤 武史',
      email: 'kudo@kikuyo.example',
      posts: [{ roleId: 'chief-audit-officer', unit: '監査委員事務局' }],
    },
    {
      name: '藤本 早苗',
      email: 'fujimoto@kikuyo.example',
      posts: [{ roleId: 'auditor', unit: '監査委員事務局' }],
    },
    {
      name: '山口 直人',
      email: 'yamaguchi@kikuyo.example',
      posts: [{ roleId: 'incident-team', unit: 'デジタル推進課' }],
    },
    {
      name: '吉田 優花',
      email: 'yoshida@kikuyo.example',
      posts: [{ roleId: 'staff', unit: '税務課' }],
    },
    {
      name: '林田 拓也',
      email: 'hayashida@kikuyo.example',
      posts: [{ roleId: 'staff', unit: '健康・保険課' }],
    },
    {
      name: '平野 智子',
      email: 'hirano@kikuyo.example',
      posts: [{ roleId: 'administrator', unit: 'デジタル推進課' }],
    },
    { name: '大塚 洋', email: 'otsuka@kikuyo.example', posts: [{ roleId: 'adviser' }] },
  ],
};
