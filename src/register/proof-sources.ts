import type { ProofKind } from '../policies/index.js';

/** How the chain names a record that proves something: SQL over its row `t`. */
export interface ProofSource {
  readonly table: string;
  /** What it is called, or what it says. */
  readonly name: string;
  /** The day it speaks of; where left out, the first day it counts for. */
  readonly on?: string;
  /** The person who recorded or decided it. */
  readonly by?: string;
  /** Their name where they are no person of the body's list. */
  readonly byName?: string;
  /** The role in which it was recorded. */
  readonly as?: string;
  /** Id of the record kind, report kind or clause by which the policy knows it. */
  readonly of?: string;
  /** What it is kept under, as `{parent}` of the path. */
  readonly parent?: string;
  /** Where it is read; `{id}` is its own, `{engagement}` that of the engagement, `{register}` where its approved service is entered. */
  readonly path: string;
}

/** Where the records of each kind are kept. */
export const PROOF_SOURCES: Readonly<Record<ProofKind, ProofSource>> = {
  'data-items': {
    table: 'data_items',
    name: 't.name',
    // What was classified when the engagement was drafted has no entry of its own in the trail.
    by: `coalesce(${firstToRecord('data-item')}, (SELECT e.drafted_by FROM engagements e
      WHERE e.organization_id = t.organization_id AND e.id = t.engagement_id))`,
    path: '/v1/engagements/{engagement}/data-items',
  },
  'rule-document': {
    table: 'rule_documents',
    name: `t.title || '（' || t.number || '）'`,
    on: 't.effective_from',
    by: firstToRecord('rule-document'),
    path: '/v1/rule-documents/{id}',
  },
  record: {
    table: 'engagement_records',
    name: begun('t.statement'),
    on: 't.stated_on',
    by: 't.recorded_by',
    as: 't.recorded_as',
    of: 't.kind',
    path: '/v1/engagements/{engagement}/records',
  },
  specification: {
    table: 'specifications',
    name: `concat_ws(' ', t.title, t.document_number)`,
    on: 't.confirmed_on',
    by: 't.confirmed_by',
    as: 't.confirmed_as',
    path: '/v1/specifications/{id}',
  },
  assessment: {
    table: 'assessment_outcomes',
    name: `(SELECT v.name FROM assessments a
      JOIN vendors v ON v.organization_id = a.organization_id AND v.id = a.vendor_id
      WHERE a.organization_id = t.organization_id AND a.id = t.assessment_id)`,
    on: 't.settled_on',
    by: 't.settled_by',
    parent: 't.assessment_id',
    path: '/v1/assessments/{parent}/outcome',
  },
  selection: {
    table: 'selections',
    name: `(SELECT v.name FROM vendors v WHERE v.organization_id = t.organization_id AND v.id = t.vendor_id)`,
    on: 't.decided_on',
    by: 'coalesce(t.decided_by, t.recorded_by)',
    byName: `nullif(concat_ws(' ', t.made_elsewhere->>'deciderPost', t.made_elsewhere->>'deciderName'), '')`,
    as: 't.recorded_as',
    path: '/v1/engagements/{engagement}/selection',
  },
  'contract-clause': {
    table: 'contracts',
    name: `concat_ws(' ', t.title, t.document_number)`,
    on: 't.signed_on',
    by: 't.signature_recorded_by',
    as: 't.signature_recorded_as',
    path: '/v1/contracts/{id}/clauses',
  },
  'contract-signature': {
    table: 'contracts',
    name: `concat_ws(' ', t.title, t.document_number)`,
    on: 't.signed_on',
    by: 't.signature_recorded_by',
    as: 't.signature_recorded_as',
    path: '/v1/contracts/{id}',
  },
  nda: {
    table: 'ndas',
    name: `concat_ws(' ', t.document_number, t.countersigned_by)`,
    on: 't.concluded_on',
    by: 't.recorded_by',
    path: '/v1/engagements/{engagement}/ndas',
  },
  'information-provision': {
    table: 'information_provisions',
    name: `concat_ws(' ', t.medium, t.quantity)`,
    on: 't.delivered_on',
    by: 't.permitted_by',
    as: 't.permitted_as',
    path: '/v1/engagements/{engagement}/information-provisions',
  },
  'trust-judgement': {
    table: 'trust_judgements',
    name: begun('t.grounds'),
    on: 't.judged_on',
    by: 't.judged_by',
    as: 't.judged_as',
    path: '/v1/engagements/{engagement}/trust-judgements',
  },
  'use-decision': {
    table: 'use_decisions',
    name: `(SELECT concat_ws(' ', a.purpose, t.document_number) FROM use_applications a
      WHERE a.organization_id = t.organization_id AND a.id = t.application_id)`,
    on: 't.decided_on',
    by: 'coalesce(t.decided_by, t.recorded_by)',
    byName: `nullif(concat_ws(' ', t.decider_post, t.decider_name), '')`,
    as: 't.recorded_as',
    parent: 't.application_id',
    path: '/v1/use-applications/{parent}',
  },
  'cloud-service-entry': {
    table: 'approved_cloud_services',
    name: `(SELECT c.name FROM cloud_services c
      WHERE c.organization_id = t.organization_id AND c.id = t.cloud_service_id)`,
    on: 't.approved_on',
    by: `(SELECT d.recorded_by FROM use_decisions d
      WHERE d.organization_id = t.organization_id AND d.id = t.decision_id)`,
    path: '{register}?engagementId={engagement}',
  },
  'terms-snapshot': {
    table: 'terms_snapshots',
    name: 't.title',
    on: 't.taken_on',
    by: firstToRecord('terms-snapshot'),
    parent: 't.cloud_service_id',
    path: '/v1/cloud-services/{parent}/terms-snapshots/{id}',
  },
  report: {
    table: 'reports',
    name: `t.period_from || '/' || t.period_until`,
    on: 't.accepted_on',
    by: `(SELECT v.reviewed_by FROM report_submissions s
      JOIN report_reviews v ON v.organization_id = s.organization_id AND v.submission_id = s.id
      WHERE s.organization_id = t.organization_id AND s.report_id = t.id ORDER BY s.number DESC LIMIT 1)`,
    of: 't.kind',
    path: '/v1/reports/{id}',
  },
  audit: {
    table: 'audits',
    name: `(SELECT v.name FROM vendors v WHERE v.organization_id = t.organization_id AND v.id = t.vendor_id)`,
    on: 'coalesce(t.held_on, t.planned_on)',
    by: 'coalesce(t.concluded_by, t.planned_by)',
    as: 't.concluded_as',
    path: '/v1/audits/{id}',
  },
  finding: {
    table: 'findings',
    name: begun('t.statement'),
    on: 't.raised_on',
    by: 't.raised_by',
    path: '/v1/findings/{id}',
  },
  'policy-exception': {
    table: 'policy_exceptions',
    name: begun('t.reason'),
    on: 'coalesce(t.decided_on, t.requested_on)',
    by: 'coalesce(t.decided_by, t.requested_by)',
    as: 't.decided_as',
    path: '/v1/exceptions/{id}',
  },
};

/** The beginning of a long text, on one line. */
function begun(text: string): string {
  return String.raw`left(regexp_replace(${text}, '\s+', ' ', 'g'), 200)`;
}

/** Whom the trail names for a record that does not name who made it. */
function firstToRecord(subject: string): string {
  return `(SELECT a.person_id FROM audit_trail a
    WHERE a.organization_id = t.organization_id AND a.subject_kind = '${subject}' AND a.subject_id = t.id
    ORDER BY a.id LIMIT 1)`;
}
