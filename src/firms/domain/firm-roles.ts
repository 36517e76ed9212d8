import type { Text } from '../../shared/domain/text.js';

/** A role in the account of a firm. Unlike a body's it is the product's own: no policy gives it. */
export interface FirmRole {
  readonly id: FirmRoleId;
  readonly label: Text;
  /** Duties, as permissions are granted by. */
  readonly duties: readonly string[];
}

export const FIRM_ROLE_IDS = ['firm-administrator', 'firm-member'] as const;
export type FirmRoleId = (typeof FIRM_ROLE_IDS)[number];

/** What people of a firm may do in its account. */
export const FIRM_ROLES: readonly FirmRole[] = [
  {
    id: 'firm-administrator',
    label: { ja: '事業者の管理者', en: 'Administrator of the firm' },
    duties: ['firm-administer', 'firm-serve', 'firm-answer'],
  },
  {
    id: 'firm-member',
    label: { ja: '事業者の担当者', en: 'Member of the firm' },
    duties: ['firm-serve', 'firm-answer'],
  },
];
