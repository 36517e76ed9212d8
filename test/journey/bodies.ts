import { TOWN_STORY, UNION_STORY, type Story } from '../../src/demo/story.js';
import type { BodyPlan } from '../../src/organizations/index.js';
import { sampleBody, SAMPLE_TOWN, SAMPLE_UNION, TINY_TOWN } from '../../src/sample/index.js';

/** A body whose policy is one of those shipped, and what its journey has to speak of. */
export interface Walker {
  readonly plan: BodyPlan;
  readonly story: Story;
  /** Words of its own that its papers use. */
  readonly own: readonly string[];
  /** Words of other bodies, which they must not use. */
  readonly foreign: readonly string[];
  /** The article that asks for selection and contract, as printed. */
  readonly printed: string;
  /** Articles it names where a step is refused, as printed. */
  readonly refusedFor: readonly string[];
  /** What the annex, which goes to the vendor, says of the articles the body chose. */
  readonly chosen: 'none' | 'told' | 'withheld';
}

const ASSOCIATION: BodyPlan = sampleBody({
  name: '見本地方広域市町村圏事務組合（常総ポリシー適用）',
  nameEn: 'Sample Regional Association (on the Joso policy)',
  type: 'association',
  localGovernmentCode: null,
  policy: 'joso',
  domain: 'kumiai.example',
  units: [
    { name: '事務局', part: 'secretariat' },
    { name: '総務課', under: '事務局' },
    { name: '消防本部', part: 'fire-headquarters' },
    { name: '予防課', under: '消防本部' },
  ],
  sections: { work: '予防課', systems: '総務課', audit: '総務課' },
});

const CITY: BodyPlan = sampleBody({
  name: '見本市（江津市ポリシー適用）',
  nameEn: 'Sample City (on the Gotsu policy)',
  type: 'city',
  localGovernmentCode: null,
  policy: 'gotsu',
  domain: 'shi.example',
  units: [{ name: '総務部' }, { name: '情報政策課', under: '総務部' }, { name: '市民課' }],
  sections: { work: '市民課', systems: '情報政策課', audit: '総務部' },
});

const TOWN_OF_ORDERS: BodyPlan = sampleBody({
  name: '見本みやこ町（みやこ町ポリシー適用）',
  nameEn: 'Sample Town (on the Miyako policy)',
  type: 'town',
  localGovernmentCode: null,
  policy: 'miyako',
  publishedOn: '2026-06-01',
  domain: 'miyako.example',
  units: [{ name: '総務課' }, { name: '住民課' }],
  sections: { work: '住民課', systems: '総務課', audit: '総務課' },
});

export const WALKERS: readonly (readonly [string, Walker])[] = [
  ['a town of the usual size', town(SAMPLE_TOWN)],
  ['a village of five people with many posts each', town(TINY_TOWN)],
  [
    'an association with a fire service and two segments',
    {
      plan: ASSOCIATION,
      story: { ...TOWN_STORY, signatory: '管理者 見本 三郎', office: '事務局総務課', series: '組' },
      own: ['内部事務系', '情報セキュリティインシデント対応計画'],
      printed: '第6条(8)第1段落',
      refusedFor: ['共通５(１０)', '共通５(２)'],
      foreign: ['LGWAN', '緊急時対応計画', '本町', 'マイナンバー利用事務系'],
      chosen: 'told',
    },
  ],
  [
    'a city',
    {
      plan: CITY,
      story: {
        ...TOWN_STORY,
        signatory: '市長 見本 四郎',
        office: '総務部情報政策課',
        series: '情',
      },
      own: ['LGWAN接続系', '緊急時対応計画'],
      printed: '第1章6(8)第1段落',
      refusedFor: ['共通５(１０)', '共通５(２)'],
      foreign: ['本町', '本組合', '内部事務系', '情報セキュリティインシデント対応計画'],
      chosen: 'told',
    },
  ],
  [
    'a wide-area union with two segments and standards that are not public',
    {
      plan: SAMPLE_UNION,
      story: UNION_STORY,
      own: ['マイナンバー利用事務系', '緊急時対応計画'],
      printed: '6(8)第1段落',
      refusedFor: ['共通５(１０)', '共通５(２)'],
      foreign: ['LGWAN', '本町', '本組合', '内部事務系'],
      chosen: 'withheld',
    },
  ],
  [
    'a town whose policy is an order in force from its publication',
    {
      plan: TOWN_OF_ORDERS,
      story: { ...TOWN_STORY, office: '総務課' },
      own: ['LGWAN接続系', '緊急時対応計画', '業務委託に関する規定'],
      printed: '第６条（８）第１段落',
      refusedFor: ['共通５(１０)', '共通５(２)'],
      foreign: ['本組合', '内部事務系', '広域連合'],
      chosen: 'told',
    },
  ],
];

function town(plan: BodyPlan): Walker {
  return {
    plan,
    story: TOWN_STORY,
    own: ['LGWAN接続系', '緊急時対応計画'],
    printed: '９（１）②ア（ウ）',
    refusedFor: ['９（２）③ア', '９（２）⑥イ（ア）'],
    foreign: ['共通１', '本組合', '内部事務系'],
    chosen: 'none',
  };
}
