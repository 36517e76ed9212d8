import type { Desk } from './desk.js';

type Values = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What the contract fills in beside the defaults of the policy: parameters by clause. */
export function clauseValues(desk: Desk): Values {
  return { ...CLAUSE_VALUES, ...informationValues(desk), ...contactValues(desk) };
}

/** What information is handled, where, and how it is erased. */
function informationValues({ office: { policy }, story }: Desk): Values {
  const classes = policy.labelOf(policy.sensitive);
  const segment = policy.segmentFor(policy.sensitive).label.ja;
  const access = { path: `${segment}の管理画面`, persons: '名簿に記載した作業者3名' };
  return {
    'CL-05': {
      access_matrix: [
        { data_item: story.information, class: classes, ...access },
        {
          data_item: story.openInformation,
          class: policy.labelOf(policy.open),
          ...access,
        },
      ],
    },
    'CL-10': {
      method_by_class: [
        { class: classes, medium: 'クラウド上の記憶領域', method: '暗号化消去' },
        { class: classes, medium: '紙', method: '裁断の上、溶解' },
      ],
    },
  };
}

/** Whom to call in an emergency. */
function contactValues({ story }: Desk): Values {
  return {
    'CL-11b': {
      contacts: [
        {
          party: '甲',
          post: story.office,
          phone: '096-000-0001',
          email: 'csirt@mihon.example',
          hours: '終日',
        },
        {
          party: '乙',
          post: '公共事業部 運用グループ',
          phone: '096-000-0002',
          email: 'noc@aso-cloud.example',
          hours: '終日',
        },
      ],
    },
  };
}

const CLAUSE_VALUES: Values = {
  'CC-03': { regions: ['熊本県内データセンター（本番）', '大阪府内データセンター（控え）'] },
  'CL-01': {
    policy_version: '情報セキュリティポリシー 令和8年度版',
    briefing_date: '2026-12-14',
  },
  'CL-03': {
    responsible: '公共事業部 部長 大久保 徹',
    sites: [
      {
        name: '熊本開発センター',
        address: '熊本県熊本市中央区花畑町一丁目1番',
        work: '運用及び保守',
        access_control: 'ICカード及び生体認証、入退室の記録',
      },
    ],
  },
  'CL-04': {
    service_levels: [
      {
        metric: '稼働率',
        target: '99.9パーセント以上',
        window: '月ごとに監視記録から算出',
        remedy: '月額の10パーセントを減額',
      },
      {
        metric: '復旧時間',
        target: '4時間以内',
        window: '停止の検知から計測',
        remedy: '原因及び対策を5営業日以内に報告',
      },
    ],
  },
  'CL-11a': { frequency_months: 1 },
};
