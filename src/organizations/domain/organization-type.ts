/** The kinds of body: 町, 村, 市, 都道府県, 一部事務組合, 広域連合. */
export const ORGANIZATION_TYPES = [
  'town',
  'village',
  'city',
  'prefecture',
  'association',
  'union',
] as const;
export type OrganizationType = (typeof ORGANIZATION_TYPES)[number];

/** Whose account an owner of rows is: a body's, or a vendor's own. */
export type OwnerType = OrganizationType | 'firm';
