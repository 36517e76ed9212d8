import type { BodyPlan, PersonPlan, UnitPlan } from '../organizations/index.js';

/** What tells one sample body from another. */
export interface SampleBody extends Omit<
  BodyPlan,
  'people' | 'units' | 'settings' | 'secondFactors'
> {
  /** Of the addresses, as in `union.example`. */
  readonly domain: string;
  readonly units: readonly UnitPlan[];
  /** The section whose work is entrusted, the one that runs the systems, and the one that audits. */
  readonly sections: { readonly work: string; readonly systems: string; readonly audit: string };
}

/** A small body on any policy: fourteen made-up people who hold every role of the common base among them. */
export function sampleBody({ domain, sections, ...body }: SampleBody): BodyPlan {
  const { work, systems, audit } = sections;
  const someone = (name: string, address: string, ...posts: PersonPlan['posts']): PersonPlan => ({
    name,
    email: `${address}@${domain}`,
    posts,
  });
  return {
    ...{ ...body, secondFactors: true },
    settings: { 'authorizing-official-role': 'authorizing-official' },
    people: [
      someone('青木 良一', 'aoki', { roleId: 'ciso' }, { roleId: 'committee' }),
      someone('大島 直美', 'oshima', { roleId: 'head-officer' }, { roleId: 'committee' }),
      someone('小林 健', 'kobayashi', { roleId: 'department-officer', unit: work }),
      someone('斎藤 由美', 'saito', { roleId: 'authorizing-official' }),
      someone('関口 努', 'sekiguchi', { roleId: 'section-manager', unit: work }),
      someone(
        '手塚 誠',
        'tezuka',
        { roleId: 'system-manager' },
        { roleId: 'section-manager', unit: systems },
      ),
      someone(
        '福田 愛',
        'fukuda',
        { roleId: 'system-staff' },
        { roleId: 'cloud-service-manager' },
        { roleId: 'social-media-manager', unit: systems },
        { roleId: 'incident-team', unit: systems },
      ),
      someone('増田 聡', 'masuda', { roleId: 'secretariat', unit: systems }),
      someone('渡辺 恵', 'watanabe', { roleId: 'security-reviewer', unit: systems }),
      someone('飯田 千秋', 'iida', { roleId: 'procurement', unit: work }),
      someone('石川 剛', 'ishikawa', { roleId: 'chief-audit-officer', unit: audit }),
      someone('君島 葵', 'kimijima', { roleId: 'auditor', unit: audit }),
      someone('藤田 亮太', 'fujita', { roleId: 'staff', unit: work }),
      someone('柳田 道子', 'yanagida', { roleId: 'administrator', unit: systems }),
    ],
  };
}
