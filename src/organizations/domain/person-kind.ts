/** Whether a row of the register stands for somebody or for another system. */
export const PERSON_KINDS = ['human', 'system'] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];
