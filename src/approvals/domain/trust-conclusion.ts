/** What the judgement of a provider comes to; only `trustworthy` discharges the duty (9(2)③ケ). */
export const TRUST_CONCLUSIONS = ['trustworthy', 'not-trustworthy'] as const;
export type TrustConclusion = (typeof TRUST_CONCLUSIONS)[number];
