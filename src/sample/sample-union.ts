import type { BodyPlan } from '../organizations/index.js';
import { sampleBody } from './sample-body.js';

/** A wide-area union with two network segments and standards that are not public. */
export const SAMPLE_UNION: BodyPlan = sampleBody({
  name: '見本県後期高齢者医療広域連合（栃木県後期高齢者医療広域連合ポリシー適用）',
  nameEn: 'Sample Wide-Area Union (on the Tochigi policy)',
  type: 'union',
  localGovernmentCode: null,
  policy: 'tochigi-iryo',
  domain: 'union.example',
  units: [
    { name: '事務局' },
    { name: '総務課', under: '事務局' },
    { name: '給付課', under: '事務局' },
    { name: '監査委員事務局' },
  ],
  sections: { work: '給付課', systems: '総務課', audit: '監査委員事務局' },
});
