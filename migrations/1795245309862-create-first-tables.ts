import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFirstTables1795245309862 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "approved_cloud_services" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "engagement_id" uuid NOT NULL, "application_id" uuid NOT NULL, "decision_id" uuid NOT NULL, "cloud_service_id" uuid NOT NULL, "manager_id" uuid NOT NULL, "approved_on" date NOT NULL, "review_on" date NOT NULL, "conditions" jsonb NOT NULL, "standing" text NOT NULL, "voided_on" date, CONSTRAINT "ck_approved_cloud_services_voided" CHECK ((standing = 'voided') = (voided_on IS NOT NULL)), CONSTRAINT "ck_approved_cloud_services_standing" CHECK (standing IN ('approved', 're-review', 'voided')), CONSTRAINT "pk_approved_cloud_services" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_approved_cloud_services_standing" ON "approved_cloud_services"  ("organization_id", "engagement_id") WHERE standing <> 'voided'`,
    );
    await runner.query(
      `CREATE TABLE "trust_judgements" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "engagement_id" uuid NOT NULL, "cloud_service_id" uuid NOT NULL, "conclusion" text NOT NULL, "grounds" text NOT NULL, "documents" text array NOT NULL, "judged_by" uuid NOT NULL, "judged_as" text NOT NULL, "judged_on" date NOT NULL, "superseded_on" date, CONSTRAINT "ck_trust_judgements_conclusion" CHECK (conclusion IN ('trustworthy', 'not-trustworthy')), CONSTRAINT "pk_trust_judgements" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_trust_judgements_engagement" ON "trust_judgements"  ("organization_id", "engagement_id", "id")`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_trust_judgements_current" ON "trust_judgements"  ("organization_id", "engagement_id") WHERE superseded_on IS NULL`,
    );
    await runner.query(
      `CREATE TABLE "use_application_submissions" ("organization_id" uuid NOT NULL, "application_id" uuid NOT NULL, "number" integer NOT NULL, "author_id" uuid NOT NULL, "applicant_id" uuid NOT NULL, "applicant_role" text NOT NULL, "submitted_at" TIMESTAMP WITH TIME ZONE NOT NULL, "content" jsonb NOT NULL, CONSTRAINT "uq_use_application_submissions_people" UNIQUE ("organization_id", "application_id", "number", "author_id", "applicant_id"), CONSTRAINT "pk_use_application_submissions" PRIMARY KEY ("organization_id", "application_id", "number"))`,
    );
    await runner.query(
      `CREATE TABLE "use_applications" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "version" integer NOT NULL, "engagement_id" uuid NOT NULL, "cloud_service_id" uuid NOT NULL, "purpose" text NOT NULL, "users_scope" text NOT NULL, "rule_document_id" uuid, "terms_snapshot_id" uuid, "risk_acceptance" text, "status" text NOT NULL, "author_id" uuid NOT NULL, "applicant_id" uuid, "submissions" integer NOT NULL, "voided_reason" text, CONSTRAINT "ck_use_applications_voided" CHECK ((status = 'voided') = (voided_reason IS NOT NULL)), CONSTRAINT "ck_use_applications_applicant" CHECK (status IN ('draft', 'withdrawn') OR (applicant_id IS NOT NULL AND submissions > 0)), CONSTRAINT "ck_use_applications_status" CHECK (status IN ('draft', 'submitted', 'returned', 'approved', 'rejected', 'withdrawn', 'voided')), CONSTRAINT "pk_use_applications" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_use_applications_status" ON "use_applications"  ("organization_id", "status")`,
    );
    await runner.query(
      `CREATE INDEX "ix_use_applications_engagement" ON "use_applications"  ("organization_id", "engagement_id", "id")`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_use_applications_undecided" ON "use_applications"  ("organization_id", "engagement_id") WHERE status IN ('draft', 'submitted', 'returned')`,
    );
    await runner.query(`CREATE TABLE "use_decisions" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "application_id" uuid NOT NULL, "number" integer NOT NULL, "author_id" uuid NOT NULL, "applicant_id" uuid NOT NULL, "outcome" text NOT NULL, "comment" text, "conditions" jsonb NOT NULL, "content_hash" text NOT NULL, "decided_on" date NOT NULL, "decided_by" uuid, "recorded_as" text NOT NULL, "recorded_by" uuid NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, "manner" text, "document_number" text, "decider_name" text, "decider_post" text, CONSTRAINT "uq_use_decisions_submission" UNIQUE ("organization_id", "application_id", "number"), CONSTRAINT "ck_use_decisions_decider" CHECK (CASE WHEN manner IS NULL THEN decided_by IS NOT NULL
    ELSE manner IN ('in-person', 'standing-delegation', 'substitution')
      AND num_nulls(document_number, decider_name, decider_post) = 0 END), CONSTRAINT "ck_use_decisions_separation" CHECK (decided_by <> applicant_id AND decided_by <> author_id), CONSTRAINT "ck_use_decisions_comment" CHECK (outcome = 'approve' OR comment IS NOT NULL), CONSTRAINT "ck_use_decisions_outcome" CHECK (outcome IN ('approve', 'return', 'reject')), CONSTRAINT "pk_use_decisions" PRIMARY KEY ("organization_id", "id"))`);
    await runner.query(
      `CREATE TABLE "audit_trail" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, "person_id" uuid, "roles" text array NOT NULL, "action" text NOT NULL, "subject_kind" text NOT NULL, "subject_id" uuid NOT NULL, "before_hash" text, "after_hash" text, "facts" jsonb NOT NULL, CONSTRAINT "pk_audit_trail" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_audit_trail_subject" ON "audit_trail"  ("organization_id", "subject_kind", "subject_id", "id")`,
    );
    await runner.query(
      `CREATE TABLE "data_items" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "engagement_id" uuid NOT NULL, "name" text NOT NULL, "confidentiality" text NOT NULL, "integrity" text NOT NULL, "availability" text NOT NULL, "personal_information" boolean NOT NULL, "specific_personal_information" boolean NOT NULL, "ended_on" date, CONSTRAINT "pk_data_items" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_data_items_engagement" ON "data_items"  ("organization_id", "engagement_id")`,
    );
    await runner.query(
      `CREATE TABLE "engagement_records" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "engagement_id" uuid NOT NULL, "kind" text NOT NULL, "stated_on" date NOT NULL, "statement" text NOT NULL, "evidence" text array NOT NULL, "valid_until" date, "recorded_by" uuid NOT NULL, "recorded_as" text NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, "voided_on" date, "voided_reason" text, CONSTRAINT "pk_engagement_records" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_engagement_records_engagement" ON "engagement_records"  ("organization_id", "engagement_id", "kind")`,
    );
    await runner.query(
      `CREATE TABLE "engagements" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "version" integer NOT NULL, "title" text NOT NULL, "search_key" text NOT NULL, "description" text NOT NULL, "kinds" text array NOT NULL, "work_types" text array NOT NULL, "tier_answers" text array NOT NULL, "unit_id" uuid NOT NULL, "segment" text NOT NULL, "policy_version_id" uuid NOT NULL, "starts_on" date NOT NULL, "ends_on" date, "status" text NOT NULL, "course" text NOT NULL, "facts" text array NOT NULL, "vendor_id" uuid, "cloud_service_id" uuid, "drafted_by" uuid NOT NULL, "taken_over_from" date, "registered_on" date NOT NULL, "closed_on" date, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_engagements_closed" CHECK (closed_on IS NULL OR status IN ('closed', 'cancelled')), CONSTRAINT "ck_engagements_period" CHECK (ends_on IS NULL OR ends_on >= starts_on), CONSTRAINT "ck_engagements_kinds" CHECK (kinds <@ ARRAY['outsourcing', 'cloud'] AND cardinality(kinds) > 0), CONSTRAINT "ck_engagements_course" CHECK (course IN ('procurement', 'light')), CONSTRAINT "ck_engagements_status" CHECK (status IN ('planned', 'specified', 'selecting', 'selected', 'contracting', 'contracted', 'active', 'suspended', 'accepting', 'accepted', 'terminating', 'closed', 'cancelled')), CONSTRAINT "pk_engagements" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_engagements_status" ON "engagements"  ("organization_id", "status", "updated_at", "id")`,
    );
    await runner.query(
      `CREATE INDEX "ix_engagements_updated" ON "engagements"  ("organization_id", "updated_at", "id")`,
    );
    await runner.query(
      `CREATE TABLE "obligations" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "engagement_id" uuid NOT NULL, "rule_id" text NOT NULL, "article_key" text NOT NULL, "opened_on" date, "due_on" date, "withdrawn_on" date, "not_applicable_on" date, "not_applicable_reason" text, "not_applicable_by" uuid, CONSTRAINT "uq_obligations_rule" UNIQUE ("organization_id", "engagement_id", "rule_id"), CONSTRAINT "ck_obligations_not_applicable" CHECK (not_applicable_on IS NULL OR not_applicable_reason IS NOT NULL), CONSTRAINT "pk_obligations" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_obligations_due" ON "obligations"  ("organization_id", "due_on", "id") WHERE due_on IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "ix_obligations_article" ON "obligations"  ("organization_id", "article_key", "engagement_id")`,
    );
    await runner.query(
      `CREATE TABLE "proofs" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "obligation_id" uuid NOT NULL, "effect" text NOT NULL, "record_kind" text NOT NULL, "record_id" uuid NOT NULL, "valid_from" date NOT NULL, "valid_until" date, "voided_on" date, "voided_reason" text, CONSTRAINT "ck_proofs_voided" CHECK (voided_on IS NULL OR voided_reason IS NOT NULL), CONSTRAINT "ck_proofs_effect" CHECK (effect IN ('proves', 'excepts', 'breaches')), CONSTRAINT "pk_proofs" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_proofs_record" ON "proofs"  ("organization_id", "record_kind", "record_id")`,
    );
    await runner.query(
      `CREATE INDEX "ix_proofs_obligation" ON "proofs"  ("organization_id", "obligation_id")`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_proofs_record" ON "proofs"  ("organization_id", "obligation_id", "effect", "record_kind", "record_id") WHERE voided_on IS NULL`,
    );
    await runner.query(
      `CREATE TABLE "rule_documents" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "version" integer NOT NULL, "kinds" text array NOT NULL, "title" text NOT NULL, "number" text NOT NULL, "effective_from" date NOT NULL, "effective_until" date, "disclosure" text NOT NULL, "location" text NOT NULL, CONSTRAINT "ck_rule_documents_period" CHECK (effective_until IS NULL OR effective_until >= effective_from), CONSTRAINT "ck_rule_documents_disclosure" CHECK (disclosure IN ('public', 'internal')), CONSTRAINT "pk_rule_documents" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_rule_documents_period" ON "rule_documents"  ("organization_id", "effective_from", "id")`,
    );
    await runner.query(
      `CREATE TABLE "org_units" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "name" text NOT NULL, "parent_id" uuid, "ended_on" date, CONSTRAINT "pk_org_units" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE TABLE "organizations" ("organization_id" uuid NOT NULL, "version" integer NOT NULL, "name" text NOT NULL, "name_en" text NOT NULL, "type" text NOT NULL, "local_government_code" text, CONSTRAINT "ck_organizations_type" CHECK (type IN ('town', 'village', 'city', 'prefecture', 'association', 'union')), CONSTRAINT "pk_organizations" PRIMARY KEY ("organization_id"))`,
    );
    await runner.query(
      `CREATE TABLE "organization_settings" ("organization_id" uuid NOT NULL, "setting_id" text NOT NULL, "version" integer NOT NULL, "value" jsonb NOT NULL, "reason" text, CONSTRAINT "pk_organization_settings" PRIMARY KEY ("organization_id", "setting_id"))`,
    );
    await runner.query(
      `CREATE TABLE "people" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "name" text NOT NULL, "email" text, "ended_on" date, CONSTRAINT "pk_people" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE TABLE "policy_adoptions" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "policy_version_id" uuid NOT NULL, "effective_from" date NOT NULL, "decided_at" TIMESTAMP WITH TIME ZONE NOT NULL, "decided_by" uuid, "document_number" text, CONSTRAINT "uq_policy_adoptions_day" UNIQUE ("organization_id", "effective_from"), CONSTRAINT "pk_policy_adoptions" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE TABLE "posts" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "person_id" uuid NOT NULL, "role_id" text NOT NULL, "unit_id" uuid, "valid_from" date NOT NULL, "valid_until" date, "acting" boolean NOT NULL DEFAULT false, CONSTRAINT "ck_posts_term" CHECK (valid_until IS NULL OR valid_until >= valid_from - 1), CONSTRAINT "pk_posts" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(`CREATE INDEX "ix_posts_role" ON "posts"  ("organization_id", "role_id")`);
    await runner.query(
      `CREATE INDEX "ix_posts_person" ON "posts"  ("organization_id", "person_id")`,
    );
    await runner.query(
      `CREATE TABLE "policy_versions" ("id" uuid NOT NULL, "pack_id" text NOT NULL, "version" text NOT NULL, "content_hash" text NOT NULL, "content" jsonb NOT NULL, "loaded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "uq_policy_versions_pack_version" UNIQUE ("pack_id", "version"), CONSTRAINT "pk_policy_versions" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "cloud_service_regions" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "cloud_service_id" uuid NOT NULL, "country" text NOT NULL, "provider_region" text, "use" text NOT NULL, "started_on" date NOT NULL, "ended_on" date, CONSTRAINT "ck_cloud_service_regions_period" CHECK (ended_on >= started_on), CONSTRAINT "ck_cloud_service_regions_use" CHECK (use IN ('storage', 'backup', 'logs', 'processing', 'support-access')), CONSTRAINT "ck_cloud_service_regions_country" CHECK (country ~ '^[A-Z]{2}$'), CONSTRAINT "pk_cloud_service_regions" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_cloud_service_regions_service" ON "cloud_service_regions"  ("organization_id", "cloud_service_id", "id")`,
    );
    await runner.query(
      `CREATE TABLE "cloud_services" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "version" integer NOT NULL, "vendor_id" uuid NOT NULL, "name" text NOT NULL, "search_key" text NOT NULL, "edition" text, "service_model" text NOT NULL, "inside_lgwan" boolean NOT NULL, "url" text, "ended_on" date, CONSTRAINT "ck_cloud_services_lgwan_asp" CHECK (inside_lgwan OR service_model <> 'lgwan-asp'), CONSTRAINT "ck_cloud_services_service_model" CHECK (service_model IN ('iaas', 'paas', 'saas', 'lgwan-asp')), CONSTRAINT "pk_cloud_services" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_cloud_services_name" ON "cloud_services"  ("organization_id", "search_key", "id")`,
    );
    await runner.query(
      `CREATE TABLE "terms_snapshots" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "cloud_service_id" uuid NOT NULL, "url" text NOT NULL, "title" text NOT NULL, "taken_on" date NOT NULL, "content_hash" text NOT NULL, "text" text, CONSTRAINT "ck_terms_snapshots_content_hash" CHECK (content_hash ~ '^[0-9a-f]{64}$'), CONSTRAINT "pk_terms_snapshots" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_terms_snapshots_taken" ON "terms_snapshots"  ("organization_id", "cloud_service_id", "taken_on", "id")`,
    );
    await runner.query(
      `CREATE TABLE "vendor_certificates" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "version" integer NOT NULL, "vendor_id" uuid NOT NULL, "cloud_service_id" uuid, "renews_id" uuid, "scheme" text NOT NULL, "number" text, "edition" text, "scope" text NOT NULL, "issued_on" date, "valid_from" date, "valid_until" date, "audited_from" date, "audited_until" date, "evidence_url" text, "suspended_on" date, "withdrawn_on" date, "renewal_applied_on" date, "renewal_limit_on" date, "renewal_evidence_url" text, "lookup_result" text, "looked_up_at" TIMESTAMP WITH TIME ZONE, "looked_up_by_id" uuid, "register_url" text, CONSTRAINT "uq_vendor_certificates_renewal" UNIQUE ("organization_id", "renews_id"), CONSTRAINT "ck_vendor_certificates_audited" CHECK (audited_until >= audited_from), CONSTRAINT "ck_vendor_certificates_validity" CHECK (valid_until >= valid_from), CONSTRAINT "ck_vendor_certificates_lookup" CHECK (num_nulls(lookup_result, looked_up_at, looked_up_by_id, register_url) IN (0, 4)), CONSTRAINT "ck_vendor_certificates_lookup_result" CHECK (lookup_result IN ('scope-matches', 'scope-differs')), CONSTRAINT "ck_vendor_certificates_scheme" CHECK (scheme IN ('iso27001', 'iso27017', 'iso27018', 'iso27701', 'ismap', 'ismap-liu', 'privacy-mark', 'soc2-type1', 'soc2-type2', 'cs-gold', 'cs-silver', 'aspic', 'star', 'other')), CONSTRAINT "pk_vendor_certificates" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_vendor_certificates_vendor" ON "vendor_certificates"  ("organization_id", "vendor_id", "id")`,
    );
    await runner.query(
      `CREATE TABLE "vendors" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "version" integer NOT NULL, "name" text NOT NULL, "search_key" text NOT NULL, "corporate_number" text, "address" text, "contact_name" text, "contact_email" text, "suspended_until" date, CONSTRAINT "uq_vendors_corporate_number" UNIQUE ("organization_id", "corporate_number"), CONSTRAINT "ck_vendors_corporate_number" CHECK (corporate_number ~ '^[1-9][0-9]{12}$'), CONSTRAINT "pk_vendors" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_vendors_name" ON "vendors"  ("organization_id", "search_key", "id")`,
    );
    await runner.query(
      `CREATE TABLE "assessment_answers" ("organization_id" uuid NOT NULL, "assessment_id" uuid NOT NULL, "round" integer NOT NULL, "criterion_id" text NOT NULL, "answer" text NOT NULL, "reason" text, "evidence" jsonb NOT NULL, "valid_until" date, "entered_by" uuid NOT NULL, "entered_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_assessment_answers_reason" CHECK (answer NOT IN ('na', 'partial') OR reason IS NOT NULL), CONSTRAINT "ck_assessment_answers_answer" CHECK (answer IN ('yes', 'partial', 'no', 'na', 'unknown')), CONSTRAINT "pk_assessment_answers" PRIMARY KEY ("organization_id", "assessment_id", "round", "criterion_id"))`,
    );
    await runner.query(
      `CREATE TABLE "assessment_criteria" ("organization_id" uuid NOT NULL, "assessment_id" uuid NOT NULL, "criterion_id" text NOT NULL, "position" integer NOT NULL, "topic" jsonb NOT NULL, "question" jsonb NOT NULL, "evidence" jsonb NOT NULL, "evidence_required" boolean NOT NULL, "knock_out" boolean NOT NULL, "weight" integer NOT NULL, "articles" text array NOT NULL, "answered_by" text NOT NULL, CONSTRAINT "ck_assessment_criteria_answered_by" CHECK (answered_by IN ('vendor', 'staff')), CONSTRAINT "ck_assessment_criteria_weight" CHECK (weight >= 0), CONSTRAINT "pk_assessment_criteria" PRIMARY KEY ("organization_id", "assessment_id", "criterion_id"))`,
    );
    await runner.query(
      `CREATE TABLE "assessment_outcomes" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "assessment_id" uuid NOT NULL, "round" integer NOT NULL, "result" text NOT NULL, "score" text, "points" text NOT NULL, "maximum" integer NOT NULL, "contributions" jsonb NOT NULL, "knock_outs" jsonb NOT NULL, "conditions" jsonb NOT NULL, "certificates" jsonb NOT NULL, "submitted_by" uuid NOT NULL, "reviewed_by" uuid array NOT NULL, "settled_by" uuid NOT NULL, "settled_on" date NOT NULL, "valid_until" date, "outdated_on" date, "superseded_on" date, CONSTRAINT "uq_assessment_outcomes_eligible" UNIQUE ("organization_id", "id", "assessment_id", "result", "submitted_by", "reviewed_by"), CONSTRAINT "ck_assessment_outcomes_result" CHECK (result IN ('suitable', 'conditional', 'unsuitable', 'undetermined')), CONSTRAINT "pk_assessment_outcomes" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_assessment_outcomes_assessment" ON "assessment_outcomes"  ("organization_id", "assessment_id", "round", "id")`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_assessment_outcomes_standing" ON "assessment_outcomes"  ("organization_id", "assessment_id") WHERE superseded_on IS NULL`,
    );
    await runner.query(
      `CREATE TABLE "assessment_reconciliations" ("organization_id" uuid NOT NULL, "assessment_id" uuid NOT NULL, "round" integer NOT NULL, "submitted_by" uuid NOT NULL, "reviewed_by" uuid array NOT NULL, "decided_by" uuid NOT NULL, "decided_on" date NOT NULL, "decisions" jsonb NOT NULL, CONSTRAINT "ck_assessment_reconciliations_separation" CHECK (decided_by <> submitted_by AND decided_by <> ALL (reviewed_by)), CONSTRAINT "pk_assessment_reconciliations" PRIMARY KEY ("organization_id", "assessment_id", "round"))`,
    );
    await runner.query(
      `CREATE TABLE "assessment_reviews" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "assessment_id" uuid NOT NULL, "round" integer NOT NULL, "submitted_by" uuid NOT NULL, "reviewed_by" uuid NOT NULL, "reviewed_as" text NOT NULL, "reviewed_on" date NOT NULL, "duties_joined" boolean NOT NULL, "comment" text, CONSTRAINT "uq_assessment_reviews_person" UNIQUE ("organization_id", "assessment_id", "round", "reviewed_by"), CONSTRAINT "ck_assessment_reviews_separation" CHECK (duties_joined OR reviewed_by <> submitted_by), CONSTRAINT "pk_assessment_reviews" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE TABLE "assessment_rounds" ("organization_id" uuid NOT NULL, "assessment_id" uuid NOT NULL, "round" integer NOT NULL, "opened_on" date NOT NULL, "opened_by" uuid NOT NULL, "reason" text, "due_on" date NOT NULL, "asked" text array NOT NULL, CONSTRAINT "ck_assessment_rounds_reason" CHECK ((round = 1) = (reason IS NULL)), CONSTRAINT "pk_assessment_rounds" PRIMARY KEY ("organization_id", "assessment_id", "round"))`,
    );
    await runner.query(
      `CREATE TABLE "assessment_scores" ("organization_id" uuid NOT NULL, "review_id" uuid NOT NULL, "criterion_id" text NOT NULL, "accepted" text NOT NULL, "comment" text, CONSTRAINT "ck_assessment_scores_accepted" CHECK (accepted IN ('yes', 'partial', 'no', 'na', 'unknown')), CONSTRAINT "pk_assessment_scores" PRIMARY KEY ("organization_id", "review_id", "criterion_id"))`,
    );
    await runner.query(
      `CREATE TABLE "assessment_submissions" ("organization_id" uuid NOT NULL, "assessment_id" uuid NOT NULL, "round" integer NOT NULL, "submitted_by" uuid NOT NULL, "submitted_on" date NOT NULL, "respondent" text, CONSTRAINT "uq_assessment_submissions_person" UNIQUE ("organization_id", "assessment_id", "round", "submitted_by"), CONSTRAINT "pk_assessment_submissions" PRIMARY KEY ("organization_id", "assessment_id", "round"))`,
    );
    await runner.query(
      `CREATE TABLE "assessments" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "version" integer NOT NULL, "engagement_id" uuid NOT NULL, "vendor_id" uuid NOT NULL, "cloud_service_id" uuid, "status" text NOT NULL, "round" integer NOT NULL, "due_on" date NOT NULL, "policy_version_id" uuid NOT NULL, "reviewers_required" integer NOT NULL, "score_suitable" text NOT NULL, "score_conditional" text NOT NULL, "sent_by" uuid NOT NULL, "sent_on" date NOT NULL, "withdrawn_on" date, "withdrawn_reason" text, CONSTRAINT "uq_assessments_candidate" UNIQUE ("organization_id", "id", "engagement_id", "vendor_id"), CONSTRAINT "ck_assessments_withdrawn" CHECK ((status = 'withdrawn') = (withdrawn_on IS NOT NULL) AND (withdrawn_on IS NULL) = (withdrawn_reason IS NULL)), CONSTRAINT "ck_assessments_round" CHECK (round > 0 AND reviewers_required > 0), CONSTRAINT "ck_assessments_status" CHECK (status IN ('sent', 'answering', 'submitted', 'reviewing', 'reconciling', 'concluded', 'withdrawn')), CONSTRAINT "pk_assessments" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_assessments_vendor" ON "assessments"  ("organization_id", "vendor_id", "due_on", "id")`,
    );
    await runner.query(
      `CREATE INDEX "ix_assessments_status" ON "assessments"  ("organization_id", "status", "due_on", "id")`,
    );
    await runner.query(
      `CREATE INDEX "ix_assessments_due" ON "assessments"  ("organization_id", "due_on", "id")`,
    );
    await runner.query(
      `CREATE INDEX "ix_assessments_engagement" ON "assessments"  ("organization_id", "engagement_id", "id")`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_assessments_service" ON "assessments"  ("organization_id", "engagement_id", "vendor_id", "cloud_service_id") WHERE status <> 'withdrawn'`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_assessments_vendor" ON "assessments"  ("organization_id", "engagement_id", "vendor_id") WHERE cloud_service_id IS NULL AND status <> 'withdrawn'`,
    );
    await runner.query(
      `CREATE TABLE "selections" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "engagement_id" uuid NOT NULL, "assessment_id" uuid NOT NULL, "outcome_id" uuid NOT NULL, "vendor_id" uuid NOT NULL, "cloud_service_id" uuid, "result" text NOT NULL, "method" text NOT NULL, "reasons" text NOT NULL, "submitted_by" uuid NOT NULL, "reviewed_by" uuid array NOT NULL, "decided_by" uuid, "recorded_as" text NOT NULL, "recorded_by" uuid NOT NULL, "decided_on" date NOT NULL, "made_elsewhere" jsonb, "duties_joined" boolean NOT NULL, "content_hash" text NOT NULL, "re_review_since" date, "voided_on" date, "voided_reason" text, CONSTRAINT "ck_selections_voided" CHECK ((voided_on IS NULL) = (voided_reason IS NULL)), CONSTRAINT "ck_selections_decider" CHECK ((decided_by IS NULL) = (made_elsewhere IS NOT NULL)), CONSTRAINT "ck_selections_separation" CHECK (decided_by <> submitted_by AND (duties_joined OR decided_by <> ALL (reviewed_by))), CONSTRAINT "ck_selections_result" CHECK (result IN ('suitable', 'conditional')), CONSTRAINT "ck_selections_method" CHECK (method IN ('tender', 'comprehensive-evaluation', 'proposal', 'negotiated')), CONSTRAINT "pk_selections" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_selections_engagement" ON "selections"  ("organization_id", "engagement_id", "id")`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_selections_standing" ON "selections"  ("organization_id", "engagement_id") WHERE voided_on IS NULL`,
    );
    await runner.query(
      `CREATE TABLE "audits" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "engagement_id" uuid NOT NULL, "version" integer NOT NULL, "status" text NOT NULL, "vendor_id" uuid NOT NULL, "mode" text NOT NULL, "planned_on" date NOT NULL, "scope" text array NOT NULL, "planned_by" uuid NOT NULL, "drafted_by" uuid NOT NULL, "held_on" date, "opinion" text, "evidence" text array NOT NULL, "concluded_by" uuid, "concluded_as" text, CONSTRAINT "uq_audits_engagement" UNIQUE ("organization_id", "engagement_id", "id"), CONSTRAINT "ck_audits_independence" CHECK (concluded_by <> drafted_by), CONSTRAINT "ck_audits_concluded" CHECK ((status = 'concluded') = (held_on IS NOT NULL AND opinion IS NOT NULL AND concluded_by IS NOT NULL)), CONSTRAINT "ck_audits_status" CHECK (status IN ('planned', 'concluded')), CONSTRAINT "ck_audits_mode" CHECK (mode IN ('document', 'questionnaire', 'remote', 'on-site', 'substitute-report')), CONSTRAINT "pk_audits" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_audits_planned" ON "audits"  ("organization_id", "planned_on", "id")`,
    );
    await runner.query(
      `CREATE TABLE "contract_clauses" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "contract_id" uuid NOT NULL, "clause_id" text NOT NULL, "decision" text NOT NULL, "values" jsonb NOT NULL, "reason" text, "decided_by" uuid NOT NULL, "confirmed_by" uuid, "confirmed_as" text, "confirmed_on" date, CONSTRAINT "uq_contract_clauses_clause" UNIQUE ("organization_id", "contract_id", "clause_id"), CONSTRAINT "ck_contract_clauses_separation" CHECK (confirmed_by <> decided_by), CONSTRAINT "ck_contract_clauses_confirmed" CHECK ((confirmed_by IS NULL) = (confirmed_on IS NULL) AND (confirmed_by IS NULL OR decision = 'not-applicable')), CONSTRAINT "ck_contract_clauses_reason" CHECK ((decision = 'not-applicable') = (reason IS NOT NULL)), CONSTRAINT "ck_contract_clauses_decision" CHECK (decision IN ('included', 'not-applicable')), CONSTRAINT "pk_contract_clauses" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(`CREATE TABLE "contracts" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "version" integer NOT NULL, "engagement_id" uuid NOT NULL, "status" text NOT NULL, "title" text NOT NULL, "vendor_id" uuid NOT NULL, "cloud_service_id" uuid, "from_on" date NOT NULL, "until_on" date, "amount" bigint, "jurisdiction" text, "language" text NOT NULL, "specification_id" uuid, "drafted_by" uuid NOT NULL, "signed_on" date, "document_number" text, "body_signatory" text, "vendor_signatory" text, "signature_recorded_by" uuid, "signature_recorded_as" text, "annex" jsonb, "ended_on" date, "end_reason" text, "end_note" text, CONSTRAINT "ck_contracts_end" CHECK ((status = 'ended') = (ended_on IS NOT NULL) AND (ended_on IS NULL) = (end_reason IS NULL)), CONSTRAINT "ck_contracts_signature" CHECK ((status = 'draft') = (signed_on IS NULL) AND (signed_on IS NULL) = (annex IS NULL)
   AND (signed_on IS NULL) = (document_number IS NULL) AND (signed_on IS NULL) = (body_signatory IS NULL)
   AND (signed_on IS NULL) = (vendor_signatory IS NULL) AND (signed_on IS NULL) = (signature_recorded_by IS NULL)), CONSTRAINT "ck_contracts_language" CHECK (language IN ('ja', 'en')), CONSTRAINT "ck_contracts_amount" CHECK (amount >= 0), CONSTRAINT "ck_contracts_period" CHECK (until_on IS NULL OR until_on >= from_on), CONSTRAINT "ck_contracts_status" CHECK (status IN ('draft', 'signed', 'ended')), CONSTRAINT "pk_contracts" PRIMARY KEY ("organization_id", "id"))`);
    await runner.query(
      `CREATE INDEX "ix_contracts_status" ON "contracts"  ("organization_id", "status", "id")`,
    );
    await runner.query(
      `CREATE INDEX "ix_contracts_vendor" ON "contracts"  ("organization_id", "vendor_id", "id")`,
    );
    await runner.query(
      `CREATE INDEX "ix_contracts_engagement" ON "contracts"  ("organization_id", "engagement_id", "id")`,
    );
    await runner.query(
      `CREATE TABLE "information_provisions" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "engagement_id" uuid NOT NULL, "vendor_id" uuid NOT NULL, "nda_id" uuid, "items" jsonb NOT NULL, "medium" text NOT NULL, "quantity" text, "encrypted" boolean NOT NULL, "unencrypted_reason" text, "permitted_by" uuid NOT NULL, "permitted_as" text NOT NULL, "permitted_on" date NOT NULL, "delivered_on" date NOT NULL, "recorded_by" uuid NOT NULL, CONSTRAINT "ck_information_provisions_permission" CHECK (permitted_on <= delivered_on), CONSTRAINT "ck_information_provisions_protection" CHECK (encrypted = (unencrypted_reason IS NULL)), CONSTRAINT "pk_information_provisions" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_information_provisions_engagement" ON "information_provisions"  ("organization_id", "engagement_id", "id")`,
    );
    await runner.query(
      `CREATE TABLE "ndas" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "engagement_id" uuid NOT NULL, "vendor_id" uuid NOT NULL, "document_number" text NOT NULL, "concluded_on" date NOT NULL, "valid_until" date, "countersigned_by" text NOT NULL, "recorded_by" uuid NOT NULL, CONSTRAINT "ck_ndas_period" CHECK (valid_until IS NULL OR valid_until >= concluded_on), CONSTRAINT "pk_ndas" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_ndas_engagement" ON "ndas"  ("organization_id", "engagement_id", "id")`,
    );
    await runner.query(
      `CREATE TABLE "specifications" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "version" integer NOT NULL, "engagement_id" uuid NOT NULL, "number" integer NOT NULL, "status" text NOT NULL, "title" text NOT NULL, "document_number" text, "conditions" jsonb NOT NULL, "requirements" jsonb NOT NULL, "drafted_by" uuid NOT NULL, "confirmed_by" uuid, "confirmed_as" text, "confirmed_on" date, "superseded_on" date, CONSTRAINT "uq_specifications_number" UNIQUE ("organization_id", "engagement_id", "number"), CONSTRAINT "ck_specifications_superseded" CHECK ((status = 'superseded') = (superseded_on IS NOT NULL)), CONSTRAINT "ck_specifications_confirmed" CHECK ((status = 'draft') = (confirmed_by IS NULL) AND (confirmed_by IS NULL) = (confirmed_on IS NULL)), CONSTRAINT "ck_specifications_status" CHECK (status IN ('draft', 'confirmed', 'superseded')), CONSTRAINT "pk_specifications" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_specifications_confirmed" ON "specifications"  ("organization_id", "engagement_id") WHERE status = 'confirmed'`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_specifications_draft" ON "specifications"  ("organization_id", "engagement_id") WHERE status = 'draft'`,
    );
    await runner.query(
      `CREATE TABLE "policy_exceptions" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "engagement_id" uuid NOT NULL, "version" integer NOT NULL, "kind" text NOT NULL, "status" text NOT NULL, "articles" text array NOT NULL, "reason" text NOT NULL, "alternative_measure" text NOT NULL, "residual_risk" text NOT NULL, "from_on" date NOT NULL, "until_on" date NOT NULL, "acted_on" date, "report_due_on" date, "requested_by" uuid NOT NULL, "requested_on" date NOT NULL, "decided_by" uuid, "decided_as" text, "decided_on" date, "decision_reason" text, "made_elsewhere" jsonb, "ended_on" date, "ended_reason" text, CONSTRAINT "ck_policy_exceptions_end" CHECK ((status = 'ended') = (ended_on IS NOT NULL)), CONSTRAINT "ck_policy_exceptions_separation" CHECK (decided_by <> requested_by), CONSTRAINT "ck_policy_exceptions_decision" CHECK ((status = 'applied') = (decided_by IS NULL)), CONSTRAINT "ck_policy_exceptions_emergency" CHECK ((kind = 'emergency') = (acted_on IS NOT NULL)), CONSTRAINT "ck_policy_exceptions_period" CHECK (until_on >= from_on), CONSTRAINT "ck_policy_exceptions_status" CHECK (status IN ('applied', 'permitted', 'denied', 'ended')), CONSTRAINT "ck_policy_exceptions_kind" CHECK (kind IN ('ordinary', 'emergency')), CONSTRAINT "pk_policy_exceptions" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_policy_exceptions_engagement" ON "policy_exceptions"  ("organization_id", "engagement_id", "until_on", "id")`,
    );
    await runner.query(
      `CREATE INDEX "ix_policy_exceptions_until" ON "policy_exceptions"  ("organization_id", "until_on", "id")`,
    );
    await runner.query(
      `CREATE TABLE "corrective_actions" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "finding_id" uuid NOT NULL, "number" integer NOT NULL, "plan" text NOT NULL, "implemented_on" date, "implemented_by" uuid NOT NULL, "recorded_by" uuid NOT NULL, "result" text, "comment" text, "verified_by" uuid, "verified_on" date, CONSTRAINT "uq_corrective_actions_number" UNIQUE ("organization_id", "finding_id", "number"), CONSTRAINT "ck_corrective_actions_result" CHECK (result IN ('effective', 'not-effective')), CONSTRAINT "ck_corrective_actions_verified" CHECK (verified_by IS NULL OR implemented_on IS NOT NULL), CONSTRAINT "ck_corrective_actions_separation" CHECK (verified_by <> implemented_by AND verified_by <> recorded_by), CONSTRAINT "pk_corrective_actions" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE TABLE "findings" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "engagement_id" uuid NOT NULL, "audit_id" uuid, "version" integer NOT NULL, "status" text NOT NULL, "article_key" text NOT NULL, "severity" text NOT NULL, "statement" text NOT NULL, "due_on" date NOT NULL, "raised_by" uuid NOT NULL, "raised_on" date NOT NULL, CONSTRAINT "ck_findings_status" CHECK (status IN ('open', 'planned', 'implemented', 'verified')), CONSTRAINT "ck_findings_severity" CHECK (severity IN ('major', 'minor', 'observation')), CONSTRAINT "pk_findings" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_findings_engagement" ON "findings"  ("organization_id", "engagement_id", "due_on", "id")`,
    );
    await runner.query(
      `CREATE INDEX "ix_findings_due" ON "findings"  ("organization_id", "due_on", "id")`,
    );
    await runner.query(
      `CREATE TABLE "credentials" ("organization_id" uuid NOT NULL, "person_id" uuid NOT NULL, "password_hash" text NOT NULL, "failures" integer NOT NULL DEFAULT '0', "locked_until" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_credentials" PRIMARY KEY ("organization_id", "person_id"))`,
    );
    await runner.query(
      `CREATE TABLE "sessions" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "person_id" uuid NOT NULL, "access_token_hash" text NOT NULL, "access_expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "refresh_token_hash" text NOT NULL, "refresh_expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "revoked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_sessions_refresh_token" UNIQUE ("organization_id", "refresh_token_hash"), CONSTRAINT "uq_sessions_access_token" UNIQUE ("organization_id", "access_token_hash"), CONSTRAINT "pk_sessions" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE TABLE "sign_in_addresses" ("email" text NOT NULL, "organization_id" uuid NOT NULL, "person_id" uuid NOT NULL, CONSTRAINT "pk_sign_in_addresses" PRIMARY KEY ("email"))`,
    );
    await runner.query(
      `CREATE TABLE "reports" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "engagement_id" uuid NOT NULL, "schedule_id" uuid, "kind" text NOT NULL, "version" integer NOT NULL, "status" text NOT NULL, "period_from" date NOT NULL, "period_until" date NOT NULL, "due_on" date NOT NULL, "original_due_on" date NOT NULL, "is_late" boolean NOT NULL, "accepted_on" date, "waived_on" date, "waived_by" uuid, "waived_reason" text, CONSTRAINT "uq_reports_period" UNIQUE ("organization_id", "schedule_id", "period_from"), CONSTRAINT "ck_reports_waived" CHECK ((status = 'waived') = (waived_on IS NOT NULL AND waived_by IS NOT NULL AND waived_reason IS NOT NULL)), CONSTRAINT "ck_reports_accepted" CHECK ((status = 'accepted') = (accepted_on IS NOT NULL)), CONSTRAINT "ck_reports_period" CHECK (period_until >= period_from), CONSTRAINT "ck_reports_status" CHECK (status IN ('scheduled', 'submitted', 'returned', 'accepted', 'waived', 'void')), CONSTRAINT "pk_reports" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_reports_engagement" ON "reports"  ("organization_id", "engagement_id", "due_on", "id")`,
    );
    await runner.query(
      `CREATE INDEX "ix_reports_due" ON "reports"  ("organization_id", "due_on", "id")`,
    );
    await runner.query(
      `CREATE INDEX "ix_reports_open" ON "reports"  ("organization_id", "due_on", "id") WHERE status IN ('scheduled', 'returned')`,
    );
    await runner.query(
      `CREATE TABLE "report_reviews" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "submission_id" uuid NOT NULL, "entered_by" uuid NOT NULL, "decision" text NOT NULL, "comment" text NOT NULL, "reviewed_by" uuid NOT NULL, "reviewed_as" text NOT NULL, "reviewed_on" date NOT NULL, CONSTRAINT "uq_report_reviews_submission" UNIQUE ("organization_id", "submission_id"), CONSTRAINT "ck_report_reviews_separation" CHECK (reviewed_by <> entered_by), CONSTRAINT "ck_report_reviews_decision" CHECK (decision IN ('accept', 'return')), CONSTRAINT "pk_report_reviews" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE TABLE "report_schedules" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "engagement_id" uuid NOT NULL, "kind" text NOT NULL, "every_months" integer NOT NULL, "due_business_days" integer NOT NULL, "counts_from" date NOT NULL, CONSTRAINT "uq_report_schedules_kind" UNIQUE ("organization_id", "engagement_id", "kind"), CONSTRAINT "ck_report_schedules_days" CHECK (due_business_days >= 0), CONSTRAINT "ck_report_schedules_months" CHECK (every_months > 0), CONSTRAINT "pk_report_schedules" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE TABLE "report_submissions" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "report_id" uuid NOT NULL, "number" integer NOT NULL, "submitted_on" date NOT NULL, "submitted_by" text NOT NULL, "source" text NOT NULL, "measures" jsonb NOT NULL, "text" text NOT NULL, "evidence" text array NOT NULL, "entered_by" uuid NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "uq_report_submissions_entry" UNIQUE ("organization_id", "id", "entered_by"), CONSTRAINT "uq_report_submissions_number" UNIQUE ("organization_id", "report_id", "number"), CONSTRAINT "ck_report_submissions_by" CHECK (submitted_by IN ('vendor', 'clerk')), CONSTRAINT "pk_report_submissions" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE TABLE "idempotency_keys" ("organization_id" uuid NOT NULL, "person_id" uuid NOT NULL, "operation" text NOT NULL, "key" text NOT NULL, "fingerprint" text NOT NULL, "reply" jsonb, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "pk_idempotency_keys" PRIMARY KEY ("organization_id", "person_id", "operation", "key"))`,
    );
    await runner.query(
      `ALTER TABLE "approved_cloud_services" ADD CONSTRAINT "fk_approved_cloud_services_manager" FOREIGN KEY ("organization_id", "manager_id") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "approved_cloud_services" ADD CONSTRAINT "fk_approved_cloud_services_cloud_service" FOREIGN KEY ("organization_id", "cloud_service_id") REFERENCES "cloud_services"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "approved_cloud_services" ADD CONSTRAINT "fk_approved_cloud_services_decision" FOREIGN KEY ("organization_id", "decision_id") REFERENCES "use_decisions"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "approved_cloud_services" ADD CONSTRAINT "fk_approved_cloud_services_application" FOREIGN KEY ("organization_id", "application_id") REFERENCES "use_applications"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "approved_cloud_services" ADD CONSTRAINT "fk_approved_cloud_services_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "trust_judgements" ADD CONSTRAINT "fk_trust_judgements_person" FOREIGN KEY ("organization_id", "judged_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "trust_judgements" ADD CONSTRAINT "fk_trust_judgements_cloud_service" FOREIGN KEY ("organization_id", "cloud_service_id") REFERENCES "cloud_services"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "trust_judgements" ADD CONSTRAINT "fk_trust_judgements_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "use_application_submissions" ADD CONSTRAINT "fk_use_application_submissions_application" FOREIGN KEY ("organization_id", "application_id") REFERENCES "use_applications"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "use_applications" ADD CONSTRAINT "fk_use_applications_applicant" FOREIGN KEY ("organization_id", "applicant_id") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "use_applications" ADD CONSTRAINT "fk_use_applications_author" FOREIGN KEY ("organization_id", "author_id") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "use_applications" ADD CONSTRAINT "fk_use_applications_terms_snapshot" FOREIGN KEY ("organization_id", "terms_snapshot_id") REFERENCES "terms_snapshots"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "use_applications" ADD CONSTRAINT "fk_use_applications_rule_document" FOREIGN KEY ("organization_id", "rule_document_id") REFERENCES "rule_documents"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "use_applications" ADD CONSTRAINT "fk_use_applications_cloud_service" FOREIGN KEY ("organization_id", "cloud_service_id") REFERENCES "cloud_services"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "use_applications" ADD CONSTRAINT "fk_use_applications_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "use_decisions" ADD CONSTRAINT "fk_use_decisions_recorder" FOREIGN KEY ("organization_id", "recorded_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "use_decisions" ADD CONSTRAINT "fk_use_decisions_decider" FOREIGN KEY ("organization_id", "decided_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "use_decisions" ADD CONSTRAINT "fk_use_decisions_submission" FOREIGN KEY ("organization_id", "application_id", "number", "author_id", "applicant_id") REFERENCES "use_application_submissions"("organization_id","application_id","number","author_id","applicant_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "data_items" ADD CONSTRAINT "fk_data_items_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "engagement_records" ADD CONSTRAINT "fk_engagement_records_person" FOREIGN KEY ("organization_id", "recorded_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "engagement_records" ADD CONSTRAINT "fk_engagement_records_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "engagements" ADD CONSTRAINT "fk_engagements_cloud_service" FOREIGN KEY ("organization_id", "cloud_service_id") REFERENCES "cloud_services"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "engagements" ADD CONSTRAINT "fk_engagements_vendor" FOREIGN KEY ("organization_id", "vendor_id") REFERENCES "vendors"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "engagements" ADD CONSTRAINT "fk_engagements_policy_version" FOREIGN KEY ("policy_version_id") REFERENCES "policy_versions"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "engagements" ADD CONSTRAINT "fk_engagements_unit" FOREIGN KEY ("organization_id", "unit_id") REFERENCES "org_units"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "engagements" ADD CONSTRAINT "fk_engagements_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations"("organization_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "obligations" ADD CONSTRAINT "fk_obligations_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "proofs" ADD CONSTRAINT "fk_proofs_obligation" FOREIGN KEY ("organization_id", "obligation_id") REFERENCES "obligations"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "rule_documents" ADD CONSTRAINT "fk_rule_documents_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations"("organization_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "org_units" ADD CONSTRAINT "fk_org_units_parent" FOREIGN KEY ("organization_id", "parent_id") REFERENCES "org_units"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "org_units" ADD CONSTRAINT "fk_org_units_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations"("organization_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "organization_settings" ADD CONSTRAINT "fk_organization_settings_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations"("organization_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "people" ADD CONSTRAINT "fk_people_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations"("organization_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "policy_adoptions" ADD CONSTRAINT "fk_policy_adoptions_version" FOREIGN KEY ("policy_version_id") REFERENCES "policy_versions"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "policy_adoptions" ADD CONSTRAINT "fk_policy_adoptions_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations"("organization_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "posts" ADD CONSTRAINT "fk_posts_unit" FOREIGN KEY ("organization_id", "unit_id") REFERENCES "org_units"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "posts" ADD CONSTRAINT "fk_posts_person" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "cloud_service_regions" ADD CONSTRAINT "fk_cloud_service_regions_cloud_service" FOREIGN KEY ("organization_id", "cloud_service_id") REFERENCES "cloud_services"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "cloud_services" ADD CONSTRAINT "fk_cloud_services_vendor" FOREIGN KEY ("organization_id", "vendor_id") REFERENCES "vendors"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "terms_snapshots" ADD CONSTRAINT "fk_terms_snapshots_cloud_service" FOREIGN KEY ("organization_id", "cloud_service_id") REFERENCES "cloud_services"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "vendor_certificates" ADD CONSTRAINT "fk_vendor_certificates_looked_up_by" FOREIGN KEY ("organization_id", "looked_up_by_id") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "vendor_certificates" ADD CONSTRAINT "fk_vendor_certificates_renewed" FOREIGN KEY ("organization_id", "renews_id") REFERENCES "vendor_certificates"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "vendor_certificates" ADD CONSTRAINT "fk_vendor_certificates_cloud_service" FOREIGN KEY ("organization_id", "cloud_service_id") REFERENCES "cloud_services"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "vendor_certificates" ADD CONSTRAINT "fk_vendor_certificates_vendor" FOREIGN KEY ("organization_id", "vendor_id") REFERENCES "vendors"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "vendors" ADD CONSTRAINT "fk_vendors_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations"("organization_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_answers" ADD CONSTRAINT "fk_assessment_answers_person" FOREIGN KEY ("organization_id", "entered_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_answers" ADD CONSTRAINT "fk_assessment_answers_criterion" FOREIGN KEY ("organization_id", "assessment_id", "criterion_id") REFERENCES "assessment_criteria"("organization_id","assessment_id","criterion_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_answers" ADD CONSTRAINT "fk_assessment_answers_round" FOREIGN KEY ("organization_id", "assessment_id", "round") REFERENCES "assessment_rounds"("organization_id","assessment_id","round") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_criteria" ADD CONSTRAINT "fk_assessment_criteria_assessment" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_outcomes" ADD CONSTRAINT "fk_assessment_outcomes_person" FOREIGN KEY ("organization_id", "settled_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_outcomes" ADD CONSTRAINT "fk_assessment_outcomes_submission" FOREIGN KEY ("organization_id", "assessment_id", "round", "submitted_by") REFERENCES "assessment_submissions"("organization_id","assessment_id","round","submitted_by") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reconciliations" ADD CONSTRAINT "fk_assessment_reconciliations_person" FOREIGN KEY ("organization_id", "decided_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reconciliations" ADD CONSTRAINT "fk_assessment_reconciliations_submission" FOREIGN KEY ("organization_id", "assessment_id", "round", "submitted_by") REFERENCES "assessment_submissions"("organization_id","assessment_id","round","submitted_by") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reviews" ADD CONSTRAINT "fk_assessment_reviews_person" FOREIGN KEY ("organization_id", "reviewed_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reviews" ADD CONSTRAINT "fk_assessment_reviews_submission" FOREIGN KEY ("organization_id", "assessment_id", "round", "submitted_by") REFERENCES "assessment_submissions"("organization_id","assessment_id","round","submitted_by") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_rounds" ADD CONSTRAINT "fk_assessment_rounds_opener" FOREIGN KEY ("organization_id", "opened_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_rounds" ADD CONSTRAINT "fk_assessment_rounds_assessment" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_scores" ADD CONSTRAINT "fk_assessment_scores_review" FOREIGN KEY ("organization_id", "review_id") REFERENCES "assessment_reviews"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_submissions" ADD CONSTRAINT "fk_assessment_submissions_person" FOREIGN KEY ("organization_id", "submitted_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_submissions" ADD CONSTRAINT "fk_assessment_submissions_round" FOREIGN KEY ("organization_id", "assessment_id", "round") REFERENCES "assessment_rounds"("organization_id","assessment_id","round") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessments" ADD CONSTRAINT "fk_assessments_policy_version" FOREIGN KEY ("policy_version_id") REFERENCES "policy_versions"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessments" ADD CONSTRAINT "fk_assessments_sender" FOREIGN KEY ("organization_id", "sent_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessments" ADD CONSTRAINT "fk_assessments_cloud_service" FOREIGN KEY ("organization_id", "cloud_service_id") REFERENCES "cloud_services"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessments" ADD CONSTRAINT "fk_assessments_vendor" FOREIGN KEY ("organization_id", "vendor_id") REFERENCES "vendors"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessments" ADD CONSTRAINT "fk_assessments_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "selections" ADD CONSTRAINT "fk_selections_recorder" FOREIGN KEY ("organization_id", "recorded_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "selections" ADD CONSTRAINT "fk_selections_decider" FOREIGN KEY ("organization_id", "decided_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "selections" ADD CONSTRAINT "fk_selections_outcome" FOREIGN KEY ("organization_id", "outcome_id", "assessment_id", "result", "submitted_by", "reviewed_by") REFERENCES "assessment_outcomes"("organization_id","id","assessment_id","result","submitted_by","reviewed_by") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "selections" ADD CONSTRAINT "fk_selections_assessment" FOREIGN KEY ("organization_id", "assessment_id", "engagement_id", "vendor_id") REFERENCES "assessments"("organization_id","id","engagement_id","vendor_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "audits" ADD CONSTRAINT "fk_audits_auditor" FOREIGN KEY ("organization_id", "concluded_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "audits" ADD CONSTRAINT "fk_audits_vendor" FOREIGN KEY ("organization_id", "vendor_id") REFERENCES "vendors"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "audits" ADD CONSTRAINT "fk_audits_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "contract_clauses" ADD CONSTRAINT "fk_contract_clauses_confirmer" FOREIGN KEY ("organization_id", "confirmed_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "contract_clauses" ADD CONSTRAINT "fk_contract_clauses_decider" FOREIGN KEY ("organization_id", "decided_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "contract_clauses" ADD CONSTRAINT "fk_contract_clauses_contract" FOREIGN KEY ("organization_id", "contract_id") REFERENCES "contracts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "contracts" ADD CONSTRAINT "fk_contracts_signer" FOREIGN KEY ("organization_id", "signature_recorded_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "contracts" ADD CONSTRAINT "fk_contracts_drafter" FOREIGN KEY ("organization_id", "drafted_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "contracts" ADD CONSTRAINT "fk_contracts_specification" FOREIGN KEY ("organization_id", "specification_id") REFERENCES "specifications"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "contracts" ADD CONSTRAINT "fk_contracts_cloud_service" FOREIGN KEY ("organization_id", "cloud_service_id") REFERENCES "cloud_services"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "contracts" ADD CONSTRAINT "fk_contracts_vendor" FOREIGN KEY ("organization_id", "vendor_id") REFERENCES "vendors"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "contracts" ADD CONSTRAINT "fk_contracts_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "information_provisions" ADD CONSTRAINT "fk_information_provisions_recorder" FOREIGN KEY ("organization_id", "recorded_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "information_provisions" ADD CONSTRAINT "fk_information_provisions_permitter" FOREIGN KEY ("organization_id", "permitted_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "information_provisions" ADD CONSTRAINT "fk_information_provisions_nda" FOREIGN KEY ("organization_id", "nda_id") REFERENCES "ndas"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "information_provisions" ADD CONSTRAINT "fk_information_provisions_vendor" FOREIGN KEY ("organization_id", "vendor_id") REFERENCES "vendors"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "information_provisions" ADD CONSTRAINT "fk_information_provisions_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "ndas" ADD CONSTRAINT "fk_ndas_recorder" FOREIGN KEY ("organization_id", "recorded_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "ndas" ADD CONSTRAINT "fk_ndas_vendor" FOREIGN KEY ("organization_id", "vendor_id") REFERENCES "vendors"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "ndas" ADD CONSTRAINT "fk_ndas_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "specifications" ADD CONSTRAINT "fk_specifications_confirmer" FOREIGN KEY ("organization_id", "confirmed_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "specifications" ADD CONSTRAINT "fk_specifications_drafter" FOREIGN KEY ("organization_id", "drafted_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "specifications" ADD CONSTRAINT "fk_specifications_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "policy_exceptions" ADD CONSTRAINT "fk_policy_exceptions_decider" FOREIGN KEY ("organization_id", "decided_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "policy_exceptions" ADD CONSTRAINT "fk_policy_exceptions_requester" FOREIGN KEY ("organization_id", "requested_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "policy_exceptions" ADD CONSTRAINT "fk_policy_exceptions_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "corrective_actions" ADD CONSTRAINT "fk_corrective_actions_verifier" FOREIGN KEY ("organization_id", "verified_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "corrective_actions" ADD CONSTRAINT "fk_corrective_actions_implementer" FOREIGN KEY ("organization_id", "implemented_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "corrective_actions" ADD CONSTRAINT "fk_corrective_actions_finding" FOREIGN KEY ("organization_id", "finding_id") REFERENCES "findings"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "findings" ADD CONSTRAINT "fk_findings_person" FOREIGN KEY ("organization_id", "raised_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "findings" ADD CONSTRAINT "fk_findings_audit" FOREIGN KEY ("organization_id", "engagement_id", "audit_id") REFERENCES "audits"("organization_id","engagement_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "findings" ADD CONSTRAINT "fk_findings_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "credentials" ADD CONSTRAINT "fk_credentials_person" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "sessions" ADD CONSTRAINT "fk_sessions_person" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "reports" ADD CONSTRAINT "fk_reports_waiver" FOREIGN KEY ("organization_id", "waived_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "reports" ADD CONSTRAINT "fk_reports_schedule" FOREIGN KEY ("organization_id", "schedule_id") REFERENCES "report_schedules"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "reports" ADD CONSTRAINT "fk_reports_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "report_reviews" ADD CONSTRAINT "fk_report_reviews_person" FOREIGN KEY ("organization_id", "reviewed_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "report_reviews" ADD CONSTRAINT "fk_report_reviews_submission" FOREIGN KEY ("organization_id", "submission_id", "entered_by") REFERENCES "report_submissions"("organization_id","id","entered_by") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "report_schedules" ADD CONSTRAINT "fk_report_schedules_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "report_submissions" ADD CONSTRAINT "fk_report_submissions_person" FOREIGN KEY ("organization_id", "entered_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "report_submissions" ADD CONSTRAINT "fk_report_submissions_report" FOREIGN KEY ("organization_id", "report_id") REFERENCES "reports"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "approved_cloud_services" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "approved_cloud_services" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "approved_cloud_services" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "approved_cloud_services" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "trust_judgements" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "trust_judgements" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "trust_judgements" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "trust_judgements" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "use_application_submissions" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "use_application_submissions" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "use_application_submissions" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "use_application_submissions" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "use_applications" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "use_applications" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "use_applications" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "use_applications" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "use_decisions" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "use_decisions" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "use_decisions" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "use_decisions" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "audit_trail" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "audit_trail" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "audit_trail" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "audit_trail" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "data_items" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "data_items" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "data_items" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "data_items" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "engagement_records" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "engagement_records" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "engagement_records" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "engagement_records" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "engagements" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "engagements" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "engagements" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "engagements" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "obligations" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "obligations" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "obligations" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "obligations" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "proofs" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "proofs" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "proofs" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "proofs" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "rule_documents" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "rule_documents" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "rule_documents" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "rule_documents" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "org_units" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "org_units" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "org_units" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "org_units" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "organizations" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "organizations" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "organizations" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "organizations" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "organization_settings" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "organization_settings" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "organization_settings" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "organization_settings" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "people" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "people" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "people" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "people" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "policy_adoptions" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "policy_adoptions" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "policy_adoptions" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "policy_adoptions" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "posts" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "posts" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "posts" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "posts" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT ON "policy_versions" TO mitodoke_app`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "cloud_service_regions" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "cloud_service_regions" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "cloud_service_regions" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "cloud_service_regions" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "cloud_services" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "cloud_services" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "cloud_services" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "cloud_services" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "terms_snapshots" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "terms_snapshots" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "terms_snapshots" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "terms_snapshots" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "vendor_certificates" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "vendor_certificates" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "vendor_certificates" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "vendor_certificates" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "vendors" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "vendors" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "vendors" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "vendors" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "assessment_answers" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "assessment_answers" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "assessment_answers" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "assessment_answers" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "assessment_criteria" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "assessment_criteria" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "assessment_criteria" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "assessment_criteria" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "assessment_outcomes" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "assessment_outcomes" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "assessment_outcomes" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "assessment_outcomes" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "assessment_reconciliations" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "assessment_reconciliations" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "assessment_reconciliations" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "assessment_reconciliations" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "assessment_reviews" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "assessment_reviews" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "assessment_reviews" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "assessment_reviews" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "assessment_rounds" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "assessment_rounds" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "assessment_rounds" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "assessment_rounds" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "assessment_scores" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "assessment_scores" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "assessment_scores" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "assessment_scores" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "assessment_submissions" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "assessment_submissions" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "assessment_submissions" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "assessment_submissions" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "assessments" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "assessments" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "assessments" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "assessments" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "selections" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "selections" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "selections" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "selections" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "audits" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "audits" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "audits" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "audits" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(
      `GRANT SELECT, INSERT, UPDATE, DELETE ON "contract_clauses" TO mitodoke_app`,
    );
    await runner.query(`ALTER TABLE "contract_clauses" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "contract_clauses" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "contract_clauses" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "contracts" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "contracts" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "contracts" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "contracts" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "information_provisions" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "information_provisions" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "information_provisions" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "information_provisions" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "ndas" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "ndas" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "ndas" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "ndas" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "specifications" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "specifications" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "specifications" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "specifications" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "policy_exceptions" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "policy_exceptions" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "policy_exceptions" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "policy_exceptions" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "corrective_actions" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "corrective_actions" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "corrective_actions" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "corrective_actions" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "findings" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "findings" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "findings" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "findings" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "credentials" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "credentials" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "credentials" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "credentials" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "sessions" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "sessions" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "sessions" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "sign_in_addresses" TO mitodoke_app`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "reports" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "reports" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "reports" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "reports" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "report_reviews" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "report_reviews" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "report_reviews" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "report_reviews" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "report_schedules" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "report_schedules" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "report_schedules" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "report_schedules" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "report_submissions" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "report_submissions" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "report_submissions" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "report_submissions" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "idempotency_keys" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "idempotency_keys" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "idempotency_keys" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "report_submissions" DROP CONSTRAINT "fk_report_submissions_report"`,
    );
    await runner.query(
      `ALTER TABLE "report_submissions" DROP CONSTRAINT "fk_report_submissions_person"`,
    );
    await runner.query(
      `ALTER TABLE "report_schedules" DROP CONSTRAINT "fk_report_schedules_engagement"`,
    );
    await runner.query(
      `ALTER TABLE "report_reviews" DROP CONSTRAINT "fk_report_reviews_submission"`,
    );
    await runner.query(`ALTER TABLE "report_reviews" DROP CONSTRAINT "fk_report_reviews_person"`);
    await runner.query(`ALTER TABLE "reports" DROP CONSTRAINT "fk_reports_engagement"`);
    await runner.query(`ALTER TABLE "reports" DROP CONSTRAINT "fk_reports_schedule"`);
    await runner.query(`ALTER TABLE "reports" DROP CONSTRAINT "fk_reports_waiver"`);
    await runner.query(`ALTER TABLE "sessions" DROP CONSTRAINT "fk_sessions_person"`);
    await runner.query(`ALTER TABLE "credentials" DROP CONSTRAINT "fk_credentials_person"`);
    await runner.query(`ALTER TABLE "findings" DROP CONSTRAINT "fk_findings_engagement"`);
    await runner.query(`ALTER TABLE "findings" DROP CONSTRAINT "fk_findings_audit"`);
    await runner.query(`ALTER TABLE "findings" DROP CONSTRAINT "fk_findings_person"`);
    await runner.query(
      `ALTER TABLE "corrective_actions" DROP CONSTRAINT "fk_corrective_actions_finding"`,
    );
    await runner.query(
      `ALTER TABLE "corrective_actions" DROP CONSTRAINT "fk_corrective_actions_implementer"`,
    );
    await runner.query(
      `ALTER TABLE "corrective_actions" DROP CONSTRAINT "fk_corrective_actions_verifier"`,
    );
    await runner.query(
      `ALTER TABLE "policy_exceptions" DROP CONSTRAINT "fk_policy_exceptions_engagement"`,
    );
    await runner.query(
      `ALTER TABLE "policy_exceptions" DROP CONSTRAINT "fk_policy_exceptions_requester"`,
    );
    await runner.query(
      `ALTER TABLE "policy_exceptions" DROP CONSTRAINT "fk_policy_exceptions_decider"`,
    );
    await runner.query(
      `ALTER TABLE "specifications" DROP CONSTRAINT "fk_specifications_engagement"`,
    );
    await runner.query(`ALTER TABLE "specifications" DROP CONSTRAINT "fk_specifications_drafter"`);
    await runner.query(
      `ALTER TABLE "specifications" DROP CONSTRAINT "fk_specifications_confirmer"`,
    );
    await runner.query(`ALTER TABLE "ndas" DROP CONSTRAINT "fk_ndas_engagement"`);
    await runner.query(`ALTER TABLE "ndas" DROP CONSTRAINT "fk_ndas_vendor"`);
    await runner.query(`ALTER TABLE "ndas" DROP CONSTRAINT "fk_ndas_recorder"`);
    await runner.query(
      `ALTER TABLE "information_provisions" DROP CONSTRAINT "fk_information_provisions_engagement"`,
    );
    await runner.query(
      `ALTER TABLE "information_provisions" DROP CONSTRAINT "fk_information_provisions_vendor"`,
    );
    await runner.query(
      `ALTER TABLE "information_provisions" DROP CONSTRAINT "fk_information_provisions_nda"`,
    );
    await runner.query(
      `ALTER TABLE "information_provisions" DROP CONSTRAINT "fk_information_provisions_permitter"`,
    );
    await runner.query(
      `ALTER TABLE "information_provisions" DROP CONSTRAINT "fk_information_provisions_recorder"`,
    );
    await runner.query(`ALTER TABLE "contracts" DROP CONSTRAINT "fk_contracts_engagement"`);
    await runner.query(`ALTER TABLE "contracts" DROP CONSTRAINT "fk_contracts_vendor"`);
    await runner.query(`ALTER TABLE "contracts" DROP CONSTRAINT "fk_contracts_cloud_service"`);
    await runner.query(`ALTER TABLE "contracts" DROP CONSTRAINT "fk_contracts_specification"`);
    await runner.query(`ALTER TABLE "contracts" DROP CONSTRAINT "fk_contracts_drafter"`);
    await runner.query(`ALTER TABLE "contracts" DROP CONSTRAINT "fk_contracts_signer"`);
    await runner.query(
      `ALTER TABLE "contract_clauses" DROP CONSTRAINT "fk_contract_clauses_contract"`,
    );
    await runner.query(
      `ALTER TABLE "contract_clauses" DROP CONSTRAINT "fk_contract_clauses_decider"`,
    );
    await runner.query(
      `ALTER TABLE "contract_clauses" DROP CONSTRAINT "fk_contract_clauses_confirmer"`,
    );
    await runner.query(`ALTER TABLE "audits" DROP CONSTRAINT "fk_audits_engagement"`);
    await runner.query(`ALTER TABLE "audits" DROP CONSTRAINT "fk_audits_vendor"`);
    await runner.query(`ALTER TABLE "audits" DROP CONSTRAINT "fk_audits_auditor"`);
    await runner.query(`ALTER TABLE "selections" DROP CONSTRAINT "fk_selections_assessment"`);
    await runner.query(`ALTER TABLE "selections" DROP CONSTRAINT "fk_selections_outcome"`);
    await runner.query(`ALTER TABLE "selections" DROP CONSTRAINT "fk_selections_decider"`);
    await runner.query(`ALTER TABLE "selections" DROP CONSTRAINT "fk_selections_recorder"`);
    await runner.query(`ALTER TABLE "assessments" DROP CONSTRAINT "fk_assessments_engagement"`);
    await runner.query(`ALTER TABLE "assessments" DROP CONSTRAINT "fk_assessments_vendor"`);
    await runner.query(`ALTER TABLE "assessments" DROP CONSTRAINT "fk_assessments_cloud_service"`);
    await runner.query(`ALTER TABLE "assessments" DROP CONSTRAINT "fk_assessments_sender"`);
    await runner.query(`ALTER TABLE "assessments" DROP CONSTRAINT "fk_assessments_policy_version"`);
    await runner.query(
      `ALTER TABLE "assessment_submissions" DROP CONSTRAINT "fk_assessment_submissions_round"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_submissions" DROP CONSTRAINT "fk_assessment_submissions_person"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_scores" DROP CONSTRAINT "fk_assessment_scores_review"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_rounds" DROP CONSTRAINT "fk_assessment_rounds_assessment"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_rounds" DROP CONSTRAINT "fk_assessment_rounds_opener"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reviews" DROP CONSTRAINT "fk_assessment_reviews_submission"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reviews" DROP CONSTRAINT "fk_assessment_reviews_person"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reconciliations" DROP CONSTRAINT "fk_assessment_reconciliations_submission"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reconciliations" DROP CONSTRAINT "fk_assessment_reconciliations_person"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_outcomes" DROP CONSTRAINT "fk_assessment_outcomes_submission"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_outcomes" DROP CONSTRAINT "fk_assessment_outcomes_person"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_criteria" DROP CONSTRAINT "fk_assessment_criteria_assessment"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_answers" DROP CONSTRAINT "fk_assessment_answers_round"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_answers" DROP CONSTRAINT "fk_assessment_answers_criterion"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_answers" DROP CONSTRAINT "fk_assessment_answers_person"`,
    );
    await runner.query(`ALTER TABLE "vendors" DROP CONSTRAINT "fk_vendors_organization"`);
    await runner.query(
      `ALTER TABLE "vendor_certificates" DROP CONSTRAINT "fk_vendor_certificates_vendor"`,
    );
    await runner.query(
      `ALTER TABLE "vendor_certificates" DROP CONSTRAINT "fk_vendor_certificates_cloud_service"`,
    );
    await runner.query(
      `ALTER TABLE "vendor_certificates" DROP CONSTRAINT "fk_vendor_certificates_renewed"`,
    );
    await runner.query(
      `ALTER TABLE "vendor_certificates" DROP CONSTRAINT "fk_vendor_certificates_looked_up_by"`,
    );
    await runner.query(
      `ALTER TABLE "terms_snapshots" DROP CONSTRAINT "fk_terms_snapshots_cloud_service"`,
    );
    await runner.query(`ALTER TABLE "cloud_services" DROP CONSTRAINT "fk_cloud_services_vendor"`);
    await runner.query(
      `ALTER TABLE "cloud_service_regions" DROP CONSTRAINT "fk_cloud_service_regions_cloud_service"`,
    );
    await runner.query(`ALTER TABLE "posts" DROP CONSTRAINT "fk_posts_person"`);
    await runner.query(`ALTER TABLE "posts" DROP CONSTRAINT "fk_posts_unit"`);
    await runner.query(
      `ALTER TABLE "policy_adoptions" DROP CONSTRAINT "fk_policy_adoptions_organization"`,
    );
    await runner.query(
      `ALTER TABLE "policy_adoptions" DROP CONSTRAINT "fk_policy_adoptions_version"`,
    );
    await runner.query(`ALTER TABLE "people" DROP CONSTRAINT "fk_people_organization"`);
    await runner.query(
      `ALTER TABLE "organization_settings" DROP CONSTRAINT "fk_organization_settings_organization"`,
    );
    await runner.query(`ALTER TABLE "org_units" DROP CONSTRAINT "fk_org_units_organization"`);
    await runner.query(`ALTER TABLE "org_units" DROP CONSTRAINT "fk_org_units_parent"`);
    await runner.query(
      `ALTER TABLE "rule_documents" DROP CONSTRAINT "fk_rule_documents_organization"`,
    );
    await runner.query(`ALTER TABLE "proofs" DROP CONSTRAINT "fk_proofs_obligation"`);
    await runner.query(`ALTER TABLE "obligations" DROP CONSTRAINT "fk_obligations_engagement"`);
    await runner.query(`ALTER TABLE "engagements" DROP CONSTRAINT "fk_engagements_organization"`);
    await runner.query(`ALTER TABLE "engagements" DROP CONSTRAINT "fk_engagements_unit"`);
    await runner.query(`ALTER TABLE "engagements" DROP CONSTRAINT "fk_engagements_policy_version"`);
    await runner.query(`ALTER TABLE "engagements" DROP CONSTRAINT "fk_engagements_vendor"`);
    await runner.query(`ALTER TABLE "engagements" DROP CONSTRAINT "fk_engagements_cloud_service"`);
    await runner.query(
      `ALTER TABLE "engagement_records" DROP CONSTRAINT "fk_engagement_records_engagement"`,
    );
    await runner.query(
      `ALTER TABLE "engagement_records" DROP CONSTRAINT "fk_engagement_records_person"`,
    );
    await runner.query(`ALTER TABLE "data_items" DROP CONSTRAINT "fk_data_items_engagement"`);
    await runner.query(`ALTER TABLE "use_decisions" DROP CONSTRAINT "fk_use_decisions_submission"`);
    await runner.query(`ALTER TABLE "use_decisions" DROP CONSTRAINT "fk_use_decisions_decider"`);
    await runner.query(`ALTER TABLE "use_decisions" DROP CONSTRAINT "fk_use_decisions_recorder"`);
    await runner.query(
      `ALTER TABLE "use_applications" DROP CONSTRAINT "fk_use_applications_engagement"`,
    );
    await runner.query(
      `ALTER TABLE "use_applications" DROP CONSTRAINT "fk_use_applications_cloud_service"`,
    );
    await runner.query(
      `ALTER TABLE "use_applications" DROP CONSTRAINT "fk_use_applications_rule_document"`,
    );
    await runner.query(
      `ALTER TABLE "use_applications" DROP CONSTRAINT "fk_use_applications_terms_snapshot"`,
    );
    await runner.query(
      `ALTER TABLE "use_applications" DROP CONSTRAINT "fk_use_applications_author"`,
    );
    await runner.query(
      `ALTER TABLE "use_applications" DROP CONSTRAINT "fk_use_applications_applicant"`,
    );
    await runner.query(
      `ALTER TABLE "use_application_submissions" DROP CONSTRAINT "fk_use_application_submissions_application"`,
    );
    await runner.query(
      `ALTER TABLE "trust_judgements" DROP CONSTRAINT "fk_trust_judgements_engagement"`,
    );
    await runner.query(
      `ALTER TABLE "trust_judgements" DROP CONSTRAINT "fk_trust_judgements_cloud_service"`,
    );
    await runner.query(
      `ALTER TABLE "trust_judgements" DROP CONSTRAINT "fk_trust_judgements_person"`,
    );
    await runner.query(
      `ALTER TABLE "approved_cloud_services" DROP CONSTRAINT "fk_approved_cloud_services_engagement"`,
    );
    await runner.query(
      `ALTER TABLE "approved_cloud_services" DROP CONSTRAINT "fk_approved_cloud_services_application"`,
    );
    await runner.query(
      `ALTER TABLE "approved_cloud_services" DROP CONSTRAINT "fk_approved_cloud_services_decision"`,
    );
    await runner.query(
      `ALTER TABLE "approved_cloud_services" DROP CONSTRAINT "fk_approved_cloud_services_cloud_service"`,
    );
    await runner.query(
      `ALTER TABLE "approved_cloud_services" DROP CONSTRAINT "fk_approved_cloud_services_manager"`,
    );
    await runner.query(`DROP TABLE "idempotency_keys"`);
    await runner.query(`DROP TABLE "report_submissions"`);
    await runner.query(`DROP TABLE "report_schedules"`);
    await runner.query(`DROP TABLE "report_reviews"`);
    await runner.query(`DROP INDEX "public"."ix_reports_open"`);
    await runner.query(`DROP INDEX "public"."ix_reports_due"`);
    await runner.query(`DROP INDEX "public"."ix_reports_engagement"`);
    await runner.query(`DROP TABLE "reports"`);
    await runner.query(`DROP TABLE "sign_in_addresses"`);
    await runner.query(`DROP TABLE "sessions"`);
    await runner.query(`DROP TABLE "credentials"`);
    await runner.query(`DROP INDEX "public"."ix_findings_due"`);
    await runner.query(`DROP INDEX "public"."ix_findings_engagement"`);
    await runner.query(`DROP TABLE "findings"`);
    await runner.query(`DROP TABLE "corrective_actions"`);
    await runner.query(`DROP INDEX "public"."ix_policy_exceptions_until"`);
    await runner.query(`DROP INDEX "public"."ix_policy_exceptions_engagement"`);
    await runner.query(`DROP TABLE "policy_exceptions"`);
    await runner.query(`DROP INDEX "public"."uq_specifications_draft"`);
    await runner.query(`DROP INDEX "public"."uq_specifications_confirmed"`);
    await runner.query(`DROP TABLE "specifications"`);
    await runner.query(`DROP INDEX "public"."ix_ndas_engagement"`);
    await runner.query(`DROP TABLE "ndas"`);
    await runner.query(`DROP INDEX "public"."ix_information_provisions_engagement"`);
    await runner.query(`DROP TABLE "information_provisions"`);
    await runner.query(`DROP INDEX "public"."ix_contracts_engagement"`);
    await runner.query(`DROP INDEX "public"."ix_contracts_vendor"`);
    await runner.query(`DROP INDEX "public"."ix_contracts_status"`);
    await runner.query(`DROP TABLE "contracts"`);
    await runner.query(`DROP TABLE "contract_clauses"`);
    await runner.query(`DROP INDEX "public"."ix_audits_planned"`);
    await runner.query(`DROP TABLE "audits"`);
    await runner.query(`DROP INDEX "public"."uq_selections_standing"`);
    await runner.query(`DROP INDEX "public"."ix_selections_engagement"`);
    await runner.query(`DROP TABLE "selections"`);
    await runner.query(`DROP INDEX "public"."uq_assessments_vendor"`);
    await runner.query(`DROP INDEX "public"."uq_assessments_service"`);
    await runner.query(`DROP INDEX "public"."ix_assessments_engagement"`);
    await runner.query(`DROP INDEX "public"."ix_assessments_due"`);
    await runner.query(`DROP INDEX "public"."ix_assessments_status"`);
    await runner.query(`DROP INDEX "public"."ix_assessments_vendor"`);
    await runner.query(`DROP TABLE "assessments"`);
    await runner.query(`DROP TABLE "assessment_submissions"`);
    await runner.query(`DROP TABLE "assessment_scores"`);
    await runner.query(`DROP TABLE "assessment_rounds"`);
    await runner.query(`DROP TABLE "assessment_reviews"`);
    await runner.query(`DROP TABLE "assessment_reconciliations"`);
    await runner.query(`DROP INDEX "public"."uq_assessment_outcomes_standing"`);
    await runner.query(`DROP INDEX "public"."ix_assessment_outcomes_assessment"`);
    await runner.query(`DROP TABLE "assessment_outcomes"`);
    await runner.query(`DROP TABLE "assessment_criteria"`);
    await runner.query(`DROP TABLE "assessment_answers"`);
    await runner.query(`DROP INDEX "public"."ix_vendors_name"`);
    await runner.query(`DROP TABLE "vendors"`);
    await runner.query(`DROP INDEX "public"."ix_vendor_certificates_vendor"`);
    await runner.query(`DROP TABLE "vendor_certificates"`);
    await runner.query(`DROP INDEX "public"."ix_terms_snapshots_taken"`);
    await runner.query(`DROP TABLE "terms_snapshots"`);
    await runner.query(`DROP INDEX "public"."ix_cloud_services_name"`);
    await runner.query(`DROP TABLE "cloud_services"`);
    await runner.query(`DROP INDEX "public"."ix_cloud_service_regions_service"`);
    await runner.query(`DROP TABLE "cloud_service_regions"`);
    await runner.query(`DROP TABLE "policy_versions"`);
    await runner.query(`DROP INDEX "public"."ix_posts_person"`);
    await runner.query(`DROP INDEX "public"."ix_posts_role"`);
    await runner.query(`DROP TABLE "posts"`);
    await runner.query(`DROP TABLE "policy_adoptions"`);
    await runner.query(`DROP TABLE "people"`);
    await runner.query(`DROP TABLE "organization_settings"`);
    await runner.query(`DROP TABLE "organizations"`);
    await runner.query(`DROP TABLE "org_units"`);
    await runner.query(`DROP INDEX "public"."ix_rule_documents_period"`);
    await runner.query(`DROP TABLE "rule_documents"`);
    await runner.query(`DROP INDEX "public"."uq_proofs_record"`);
    await runner.query(`DROP INDEX "public"."ix_proofs_obligation"`);
    await runner.query(`DROP INDEX "public"."ix_proofs_record"`);
    await runner.query(`DROP TABLE "proofs"`);
    await runner.query(`DROP INDEX "public"."ix_obligations_article"`);
    await runner.query(`DROP INDEX "public"."ix_obligations_due"`);
    await runner.query(`DROP TABLE "obligations"`);
    await runner.query(`DROP INDEX "public"."ix_engagements_updated"`);
    await runner.query(`DROP INDEX "public"."ix_engagements_status"`);
    await runner.query(`DROP TABLE "engagements"`);
    await runner.query(`DROP INDEX "public"."ix_engagement_records_engagement"`);
    await runner.query(`DROP TABLE "engagement_records"`);
    await runner.query(`DROP INDEX "public"."ix_data_items_engagement"`);
    await runner.query(`DROP TABLE "data_items"`);
    await runner.query(`DROP INDEX "public"."ix_audit_trail_subject"`);
    await runner.query(`DROP TABLE "audit_trail"`);
    await runner.query(`DROP TABLE "use_decisions"`);
    await runner.query(`DROP INDEX "public"."uq_use_applications_undecided"`);
    await runner.query(`DROP INDEX "public"."ix_use_applications_engagement"`);
    await runner.query(`DROP INDEX "public"."ix_use_applications_status"`);
    await runner.query(`DROP TABLE "use_applications"`);
    await runner.query(`DROP TABLE "use_application_submissions"`);
    await runner.query(`DROP INDEX "public"."uq_trust_judgements_current"`);
    await runner.query(`DROP INDEX "public"."ix_trust_judgements_engagement"`);
    await runner.query(`DROP TABLE "trust_judgements"`);
    await runner.query(`DROP INDEX "public"."uq_approved_cloud_services_standing"`);
    await runner.query(`DROP TABLE "approved_cloud_services"`);
  }
}
