/** Schemes by which a vendor or a service is certified, registered or audited, or says so itself. */
export const SCHEMES = [
  'iso27001',
  'iso27017',
  'iso27018',
  'iso27701',
  'ismap',
  'ismap-liu',
  'privacy-mark',
  'soc2-type1',
  'soc2-type2',
  'cs-gold',
  'cs-silver',
  'aspic',
  'star',
  'security-action-1',
  'security-action-2',
  'other',
] as const;
export type Scheme = (typeof SCHEMES)[number];

/**
 * What sort of word a scheme is, and whose: a body's certificate after its audit, an entry in a list, an
 * auditor's report, an audit by the firm's own people (with or without somebody outside who looks at
 * it), or the firm's own declaration.
 */
export const CERTIFICATE_KINDS = [
  'third-party-certification',
  'registration',
  'attestation-report',
  'evaluated-self-audit',
  'self-audit',
  'self-declaration',
  'other',
] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

/** A criterion of the base's checklist; the topic tells it where a policy uses the id for something else. */
export interface ProvedCriterion {
  readonly id: string;
  readonly topic: string;
}

const ISMS = { id: 'G-02', topic: 'ISMS認証' };
const PERSONAL_INFORMATION = { id: 'G-03', topic: '個人情報保護の認証' };
const INDEPENDENT_AUDIT = { id: 'G-04', topic: '第三者監査' };
const ISMAP = { id: 'C-06', topic: 'ISMAPへの登録' };
const CLOUD = { id: 'C-07', topic: 'クラウドの認証等' };

/**
 * Every scheme: its kind, and which criteria it can bear out (9(1)①イ, 9(2)③キ・ケ). Only what rests on an audit
 * by others of a stated period bears out that there was one. A star level is not told by the scheme, so
 * that an entry of it bears out no audit.
 */
const SCHEME_FACTS: Readonly<
  Record<Scheme, { readonly kind: CertificateKind; readonly proves: readonly ProvedCriterion[] }>
> = {
  iso27001: { kind: 'third-party-certification', proves: [ISMS] },
  iso27017: { kind: 'third-party-certification', proves: [CLOUD] },
  iso27018: { kind: 'third-party-certification', proves: [CLOUD] },
  iso27701: { kind: 'third-party-certification', proves: [PERSONAL_INFORMATION] },
  ismap: { kind: 'registration', proves: [ISMAP, INDEPENDENT_AUDIT] },
  'ismap-liu': { kind: 'registration', proves: [ISMAP] },
  'privacy-mark': { kind: 'third-party-certification', proves: [PERSONAL_INFORMATION] },
  'soc2-type1': { kind: 'attestation-report', proves: [] },
  'soc2-type2': { kind: 'attestation-report', proves: [CLOUD, INDEPENDENT_AUDIT] },
  'cs-gold': { kind: 'evaluated-self-audit', proves: [CLOUD] },
  'cs-silver': { kind: 'self-audit', proves: [] },
  aspic: { kind: 'third-party-certification', proves: [] },
  star: { kind: 'registration', proves: [CLOUD] },
  'security-action-1': { kind: 'self-declaration', proves: [] },
  'security-action-2': { kind: 'self-declaration', proves: [] },
  other: { kind: 'other', proves: [] },
};

export function kindOf(scheme: Scheme): CertificateKind {
  return SCHEME_FACTS[scheme].kind;
}

/** The criteria that a certificate of the scheme can bear out while it counts and covers what is relied on. */
export function provedBy(scheme: Scheme): readonly ProvedCriterion[] {
  return SCHEME_FACTS[scheme].proves;
}

/** Whether the firm itself is all that stands behind it (SECURITY ACTION of IPA, one star or two). */
export function isSelfDeclared(scheme: Scheme): boolean {
  return kindOf(scheme) === 'self-declaration';
}
