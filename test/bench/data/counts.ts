/** How many organizations a full database has; `--scale` names another number. */
export const ORGANIZATIONS = 200;

/** How much each organization has. With 200 of them: 40,000 assessments and 2,000,000 answers. */
export const EACH = {
  units: 6,
  people: 20,
  vendors: 100,
  certificates: 60,
  services: 30,
  engagements: 100,
  assessments: 200,
  findings: 50,
  exceptions: 20,
  applications: 20,
  trailEntries: 2000,
} as const;

/** How much each engagement or assessment has. */
export const OBLIGATIONS_EACH = 30;
export const PROOFS_OF_TEN_OBLIGATIONS = 6;
export const REPORTS_EACH = 12;
export const CRITERIA_EACH = 50;

/** Everybody's policy. */
export const PACK = 'kikuyo';

/** The person of an organization who is signed in, a section manager (情報セキュリティ管理者). */
export const SIGNED_IN_PERSON = 1;
