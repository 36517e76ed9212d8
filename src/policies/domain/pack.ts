/**
 * The shape of a policy pack after it has been read, merged with what it extends and checked.
 *
 * A pack is one body's information-security policy as data: its articles, the obligations each
 * article puts on an engagement, and everything the product needs to ask, agree and verify in that
 * body's own words. Code never names a body, an article or a role of one policy; it knows only the
 * closed lists of this file.
 */

/** A text in both languages of the product. Japanese is what staff read; English is for API users. */
export interface Text {
  readonly ja: string;
  readonly en: string;
}

/** A word of the body, with other Japanese words its policy uses for the same. */
export interface Word extends Text {
  readonly alsoCalled?: readonly string[];
}

/**
 * A condition over the facts of an engagement. Every part that is given must hold; an empty
 * condition always holds. `all`: each token is a fact. `any`: at least one is. `none`: none is.
 */
export interface Condition {
  readonly all?: readonly string[];
  readonly any?: readonly string[];
  readonly none?: readonly string[];
}

/**
 * Facts the product itself states about an engagement. Beside these a pack may use its own
 * classification marks and `regime:<id>` / `tier:<id>`.
 */
export const ENGAGEMENT_FACTS = [
  'outsourcing',
  'cloud',
  'social-media',
  'development',
  'operation',
  'disposal',
  'personal-information',
  'specific-personal-information',
  'outside-segment',
  'handles-important-information',
  'stoppage-intolerable',
  'reaches-internal-systems',
  'sanitised-transfer',
] as const;

/** The steps an engagement takes that ask whether their obligations are met. */
export const GATES = [
  'specify',
  'select',
  'apply',
  'sign',
  'conclude',
  'provide',
  'start',
  'go-live',
  'accept',
  'close',
] as const;
export type Gate = (typeof GATES)[number];

/** When in the life of an engagement an obligation becomes due to be met. */
export const PHASES = ['before', 'during', 'end'] as const;
export type Phase = (typeof PHASES)[number];

/** The kinds of record that can prove an obligation. Each is a resource of the API. */
export const PROOF_KINDS = [
  'data-items',
  'rule-document',
  'record',
  'specification',
  'assessment',
  'selection',
  'trust-judgement',
  'use-decision',
  'cloud-service-entry',
  'terms-snapshot',
  'contract-clause',
  'contract-signature',
  'nda',
  'information-provision',
  'report',
  'audit',
  'finding',
  'policy-exception',
] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

/** What discharges an obligation; `of` narrows it, e.g. to one record kind, clause or report kind. */
export interface ProofRule {
  readonly kind: ProofKind;
  /** Any one of these suffices. Ids of record kinds, rule-document kinds, clauses or report kinds. */
  readonly of?: readonly string[];
}

/** One duty that an article puts on an engagement. */
export interface ObligationRule {
  /** The article key, or the key and a dot-separated suffix where an article puts several duties. */
  readonly id: string;
  readonly article: string;
  /** Who owes it: the body itself, or the vendor through the contract. */
  readonly owedBy: 'body' | 'vendor';
  /** Who acts for the body: any one of these roles. */
  readonly roles: readonly string[];
  readonly phase: Phase;
  /** The step that is refused while this is unproven; none for duties no step waits for. */
  readonly gate?: Gate;
  readonly when: Condition;
  readonly proof: ProofRule;
  /** What would meet it, as an instruction to the reader of a refusal. */
  readonly remedy: Text;
  /** Days from the start or end of the engagement by which it must be met, from a setting. */
  readonly due?: { readonly from: 'start' | 'end'; readonly setting: string };
}

/** One article (or item of an article) of the policy. */
export interface Article {
  /** Stable and token-safe, e.g. `K9-1-2a-5`; usable as an OSCAL control id. */
  readonly key: string;
  /** As printed in the policy, e.g. `９（１）②ア（オ）`. */
  readonly label: string;
  /** Id of the policy document it stands in. */
  readonly document: string;
  readonly title: Text;
  /** The duty in our own words, never the printed text. */
  readonly summary: Text;
  readonly obligations: readonly ObligationRule[];
  /** Why the article puts no obligation on an engagement; present exactly when it puts none. */
  readonly none?: Text;
}

export interface InformationClass {
  readonly id: string;
  readonly label: Text;
  /** Higher is more sensitive; the highest of a set rules. */
  readonly rank: number;
  /** Facts that follow from holding information of this class, e.g. `classified`, `important`. */
  readonly marks: readonly string[];
}

export interface Classification {
  readonly confidentiality: readonly InformationClass[];
  readonly integrity: readonly InformationClass[];
  readonly availability: readonly InformationClass[];
}

export interface Segment {
  readonly id: string;
  readonly label: Text;
  /** Confidentiality classes that may be handled here without a permitted exception. */
  readonly admits: readonly string[];
  /** By what way it reaches the Internet. */
  readonly egress?: Text;
}

/** Two segments whose communication paths are split (通信経路の分割). */
export interface SegmentSplit {
  readonly between: readonly string[];
  /** Whether what passes between them must be sanitised (無害化通信). */
  readonly sanitised: boolean;
}

/** What a role may do in the product; the permissions of each duty are code (`shared/authorization`). */
export const DUTIES = [
  'staff',
  'procure',
  'manage-section',
  'manage-department',
  'review',
  'manage-cloud-service',
  'manage-social-media',
  'authorize-use',
  'judge-trust',
  'permit-exceptions',
  'contract',
  'audit',
  'respond-to-incidents',
  'decide-in-committee',
  'administer',
] as const;
export type Duty = (typeof DUTIES)[number];

export interface Role {
  readonly id: string;
  readonly abbreviation: string;
  readonly label: Text;
  readonly article?: string;
  readonly duties: readonly Duty[];
  /** Roles of the packs extended whose place this one takes, in a body that has no such posts. */
  readonly standsFor?: readonly string[];
}

/** A set of rules of the policy that an engagement falls under, e.g. outsourcing, or cloud with classified information. */
export interface Regime {
  readonly id: string;
  readonly label: Text;
  readonly article?: string;
  readonly when: Condition;
  /**
   * `light`: use of a service under its standard terms, without selection or a contract of the
   * body's own. An engagement takes the light course where all its regimes are light.
   */
  readonly course?: 'light';
  /** Whether a use application is needed, who may make it, and who decides it. */
  readonly useApproval?: {
    readonly applicantRoles: readonly string[];
    /** Roles that decide; absent where the body must name the authorizing official by setting. */
    readonly deciderRoles?: readonly string[];
  };
  /** Who decides on re-subcontracting, and by what. */
  readonly subcontracting?: {
    /** Roles that decide; absent where the body chooses the role by setting. */
    readonly deciderRoles?: readonly string[];
    /** Ids of rule-document kinds: the criteria whose versions in force a decision cites. */
    readonly criteria: readonly string[];
  };
}

/** Review depth; the first tier whose condition holds is taken, so the last has an empty condition. */
export interface Tier {
  readonly id: string;
  readonly label: Text;
  readonly when: Condition;
  /** Months between periodic performance reports, unless a contract says otherwise. */
  readonly reportEveryMonths: number;
  readonly reviewers: number;
}

export interface Pointer {
  /** Versioned external catalogue, e.g. `iso27017:2015` or `ccm:4.0`. Ids only, never their texts. */
  readonly scheme: string;
  readonly id: string;
  /** True where the pointer is near rather than exact. */
  readonly loose?: boolean;
}

export interface Criterion {
  readonly id: string;
  readonly topic: Text;
  readonly question: Text;
  /** Which engagements are asked. */
  readonly when: Condition;
  /** Who answers: the candidate vendor, or the body's own applying staff. */
  readonly answeredBy: 'vendor' | 'staff';
  readonly askedAt: 'selection' | 'application' | 'start';
  readonly evidence: Text;
  /** Answering `yes` or `partial` without evidence leaves a knock-out undetermined. */
  readonly evidenceRequired: boolean;
  /** Where it holds, `no` makes the candidate unsuitable and `unknown` undetermined, whatever the score. */
  readonly knockOut?: Condition;
  /** 0 for a pure knock-out; 1 to 3 otherwise. */
  readonly weight: number;
  readonly articles: readonly string[];
  readonly pointers: readonly Pointer[];
  /** Whether the procurement specification must carry it as a selection condition. */
  readonly selectionCondition: boolean;
}

export const PARAMETER_TYPES = [
  'text',
  'integer',
  'date',
  'money',
  'boolean',
  'choice',
  'list',
  'table',
] as const;
export type ParameterType = (typeof PARAMETER_TYPES)[number];

export interface ClauseParameter {
  readonly id: string;
  readonly label: Text;
  readonly type: ParameterType;
  /** For integers: the unit printed after the number, e.g. days or hours. */
  readonly unit?: Text;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly choices?: readonly { readonly id: string; readonly label: Text }[];
  /** For tables: the columns, in order. */
  readonly columns?: readonly { readonly id: string; readonly label: Text }[];
  readonly required: boolean;
  readonly default?: string | number | boolean | readonly string[];
}

export interface Clause {
  readonly id: string;
  readonly title: Text;
  readonly articles: readonly string[];
  /** Where the clause is offered at all. */
  readonly when: Condition;
  /** Where it may be marked not applicable only with a reason the CISO sees. */
  readonly requiredWhen: Condition;
  readonly parameters: readonly ClauseParameter[];
  /** Numbered paragraphs; `{id}` stands for a parameter. Our own wording. */
  readonly paragraphs: { readonly ja: readonly string[]; readonly en: readonly string[] };
}

export interface ReportKind {
  readonly id: string;
  readonly title: Text;
  readonly from: 'vendor' | 'body';
  /** Who receives it. */
  readonly recipientRoles: readonly string[];
  readonly trigger: 'schedule' | 'event' | 'end';
  /** Months between two reports of a schedule; absent where the tier decides or there is no schedule. */
  readonly everyMonths?: number;
  /** Id of the clause whose parameters `frequency_months` and `due_days` set the terms in a contract. */
  readonly clause?: string;
  readonly when: Condition;
  /** Setting that holds the business days from the end of the period to the due date. */
  readonly dueSetting?: string;
  readonly articles: readonly string[];
  /** What the report must tell, in headings. */
  readonly contents: readonly Text[];
}

/** A kind of plain record that staff file to prove a duty (impact review, build confirmation, …). */
export interface RecordKind {
  readonly id: string;
  readonly title: Text;
  /** What the record must state. */
  readonly guidance: Text;
}

/** A kind of rule document of the body itself (規程, 実施手順, 基準). */
export interface RuleDocumentKind {
  readonly id: string;
  readonly title: Text;
  readonly article?: string;
}

/** What the policy leaves open and the body must or may set. */
export interface Setting {
  readonly id: string;
  readonly label: Text;
  readonly type: 'integer' | 'decimal' | 'role' | 'choice' | 'boolean' | 'text';
  readonly unit?: Text;
  /** Absent where the body must decide itself: nothing goes live before it has. */
  readonly default?: string | number | boolean;
  /** The default is only a proposal: the body must decide, as where it chose the rule itself. */
  readonly mustDecide?: true;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly choices?: readonly string[];
  readonly article?: string;
}

/** Whether nothing goes live before the body has decided the setting itself. */
export function mustBeDecided({ default: fallback, mustDecide }: Setting): boolean {
  return fallback === undefined || mustDecide === true;
}

export interface PolicyDocument {
  readonly id: string;
  readonly title: Text;
  /** As published, e.g. 令和８年訓令第２号. */
  readonly number?: Text;
  /** Text of an internal document never reaches a vendor view, a public export or a log. */
  readonly disclosure: 'public' | 'internal';
  /** The body chose what stands in it; it is no text of its published policy. */
  readonly chosen?: true;
}

/** When a policy came into force. Without `from` and `onPublication` nothing is printed of it. */
export interface Effective {
  readonly printed: Text;
  /** `YYYY-MM-DD`, or `YYYY-MM` where no day is printed. */
  readonly from?: string;
  /** On the day it was published, which only the body knows. */
  readonly onPublication?: true;
}

/** A part of the body, e.g. its assembly or its fire headquarters, and whether the policy applies to it. */
export interface ScopePart {
  readonly id: string;
  readonly label: Text;
  readonly applies: boolean;
}

/** A category of staff the policy names, e.g. 会計年度任用職員. */
export interface StaffCategory {
  readonly id: string;
  readonly label: Text;
}

export interface Pack {
  readonly id: string;
  readonly version: string;
  readonly extends?: string;
  readonly title: Text;
  /** Absent for a base that no body adopts by itself. */
  readonly body?: {
    readonly name: Text;
    readonly type: string;
    readonly localGovernmentCode?: string;
  };
  readonly effective?: Effective;
  readonly scope: readonly ScopePart[];
  readonly staffCategories: readonly StaffCategory[];
  readonly documents: readonly PolicyDocument[];
  /** The body's words for what bodies call differently, by a fixed key (incident-plan, outsourcing, vendor, …). */
  readonly vocabulary: Readonly<Record<string, Word>>;
  readonly classification: Classification;
  readonly segments: readonly Segment[];
  readonly segmentSplit?: SegmentSplit;
  readonly roles: readonly Role[];
  readonly regimes: readonly Regime[];
  readonly tiers: readonly Tier[];
  readonly articles: readonly Article[];
  readonly criteria: readonly Criterion[];
  readonly clauses: readonly Clause[];
  readonly reports: readonly ReportKind[];
  readonly recordKinds: readonly RecordKind[];
  readonly ruleDocumentKinds: readonly RuleDocumentKind[];
  readonly settings: readonly Setting[];
}
