import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LetVendorsAnswer1795294886697 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "answer_drafts" ("organization_id" uuid NOT NULL, "assessment_id" uuid NOT NULL, "round" integer NOT NULL, "criterion_id" text NOT NULL, "answer" text NOT NULL, "reason" text, "evidence" jsonb NOT NULL, "valid_until" date, "saved_by" jsonb NOT NULL, "saved_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_answer_drafts_reason" CHECK (answer NOT IN ('na', 'partial') OR reason IS NOT NULL), CONSTRAINT "ck_answer_drafts_answer" CHECK (answer IN ('yes', 'partial', 'no', 'na', 'unknown')), CONSTRAINT "pk_answer_drafts" PRIMARY KEY ("organization_id", "assessment_id", "round", "criterion_id"))`,
    );
    await runner.query(`ALTER TABLE "files" ADD "given_by" jsonb`);
    await runner.query(`ALTER TABLE "assessment_answers" ADD "given_by" jsonb`);
    await runner.query(`ALTER TABLE "assessment_submissions" ADD "given_by" jsonb`);
    await runner.query(
      `ALTER TABLE "assessments" ADD "draft_version" integer NOT NULL DEFAULT '0'`,
    );
    await runner.query(`ALTER TABLE "assessments" ADD "firm_id" uuid`);
    await runner.query(`ALTER TABLE "assessments" ADD "title" text`);
    // What was sent before is called as its engagement is now, and shared with the firms that are linked.
    await runner.query(`UPDATE assessments a SET title = e.title, firm_id = (
         SELECT l.firm_id FROM firm_links l
         WHERE l.organization_id = a.organization_id AND l.vendor_id = a.vendor_id AND l.status = 'active')
       FROM engagements e WHERE e.organization_id = a.organization_id AND e.id = a.engagement_id`);
    await runner.query(`ALTER TABLE "assessments" ALTER COLUMN "title" SET NOT NULL`);
    await runner.query(`ALTER TABLE "assessments" ADD "withdrawn_by_vendor" jsonb`);
    await runner.query(`ALTER TABLE "files" DROP CONSTRAINT "fk_files_person"`);
    await runner.query(`ALTER TABLE "files" ALTER COLUMN "uploaded_by" DROP NOT NULL`);
    await runner.query(
      `ALTER TABLE "file_attachments" DROP CONSTRAINT "fk_file_attachments_person"`,
    );
    await runner.query(`ALTER TABLE "file_attachments" ALTER COLUMN "attached_by" DROP NOT NULL`);
    await runner.query(
      `ALTER TABLE "assessment_answers" DROP CONSTRAINT "fk_assessment_answers_person"`,
    );
    await runner.query(`ALTER TABLE "assessment_answers" ALTER COLUMN "entered_by" DROP NOT NULL`);
    await runner.query(
      `ALTER TABLE "assessment_outcomes" DROP CONSTRAINT "fk_assessment_outcomes_submission"`,
    );
    await runner.query(`ALTER TABLE "selections" DROP CONSTRAINT "fk_selections_outcome"`);
    await runner.query(
      `ALTER TABLE "assessment_outcomes" DROP CONSTRAINT "uq_assessment_outcomes_eligible"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_outcomes" ALTER COLUMN "submitted_by" DROP NOT NULL`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reconciliations" DROP CONSTRAINT "fk_assessment_reconciliations_submission"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reconciliations" ALTER COLUMN "submitted_by" DROP NOT NULL`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reviews" DROP CONSTRAINT "fk_assessment_reviews_submission"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reviews" ALTER COLUMN "submitted_by" DROP NOT NULL`,
    );
    await runner.query(
      `ALTER TABLE "assessment_submissions" DROP CONSTRAINT "fk_assessment_submissions_person"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_submissions" DROP CONSTRAINT "uq_assessment_submissions_person"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_submissions" ALTER COLUMN "submitted_by" DROP NOT NULL`,
    );
    await runner.query(`ALTER TABLE "selections" ALTER COLUMN "submitted_by" DROP NOT NULL`);
    await runner.query(
      `CREATE INDEX "ix_assessments_firm" ON "assessments"  ("firm_id", "due_on", "id")`,
    );
    await runner.query(
      `ALTER TABLE "files" ADD CONSTRAINT "ck_files_by" CHECK ((uploaded_by IS NULL) = (given_by IS NOT NULL))`,
    );
    await runner.query(
      `ALTER TABLE "assessment_answers" ADD CONSTRAINT "ck_assessment_answers_by" CHECK ((entered_by IS NULL) = (given_by IS NOT NULL))`,
    );
    await runner.query(
      `ALTER TABLE "assessment_submissions" ADD CONSTRAINT "ck_assessment_submissions_by" CHECK ((submitted_by IS NULL) = (given_by IS NOT NULL))`,
    );
    await runner.query(
      `ALTER TABLE "assessments" ADD CONSTRAINT "ck_assessments_withdrawn_by_vendor" CHECK (withdrawn_by_vendor IS NULL OR status = 'withdrawn')`,
    );
    await runner.query(
      `ALTER TABLE "assessment_outcomes" ADD CONSTRAINT "uq_assessment_outcomes_judged" UNIQUE ("organization_id", "id", "assessment_id", "result", "reviewed_by")`,
    );
    await runner.query(
      `ALTER TABLE "assessment_outcomes" ADD CONSTRAINT "uq_assessment_outcomes_eligible" UNIQUE ("organization_id", "id", "assessment_id", "result", "submitted_by", "reviewed_by")`,
    );
    await runner.query(
      `ALTER TABLE "assessment_submissions" ADD CONSTRAINT "uq_assessment_submissions_person" UNIQUE ("organization_id", "assessment_id", "round", "submitted_by")`,
    );
    await runner.query(
      `ALTER TABLE "files" ADD CONSTRAINT "fk_files_person" FOREIGN KEY ("organization_id", "uploaded_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "file_attachments" ADD CONSTRAINT "fk_file_attachments_person" FOREIGN KEY ("organization_id", "attached_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "answer_drafts" ADD CONSTRAINT "fk_answer_drafts_criterion" FOREIGN KEY ("organization_id", "assessment_id", "criterion_id") REFERENCES "assessment_criteria"("organization_id","assessment_id","criterion_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "answer_drafts" ADD CONSTRAINT "fk_answer_drafts_round" FOREIGN KEY ("organization_id", "assessment_id", "round") REFERENCES "assessment_rounds"("organization_id","assessment_id","round") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_answers" ADD CONSTRAINT "fk_assessment_answers_person" FOREIGN KEY ("organization_id", "entered_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_outcomes" ADD CONSTRAINT "fk_assessment_outcomes_round" FOREIGN KEY ("organization_id", "assessment_id", "round") REFERENCES "assessment_submissions"("organization_id","assessment_id","round") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_outcomes" ADD CONSTRAINT "fk_assessment_outcomes_submission" FOREIGN KEY ("organization_id", "assessment_id", "round", "submitted_by") REFERENCES "assessment_submissions"("organization_id","assessment_id","round","submitted_by") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reconciliations" ADD CONSTRAINT "fk_assessment_reconciliations_round" FOREIGN KEY ("organization_id", "assessment_id", "round") REFERENCES "assessment_submissions"("organization_id","assessment_id","round") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reconciliations" ADD CONSTRAINT "fk_assessment_reconciliations_submission" FOREIGN KEY ("organization_id", "assessment_id", "round", "submitted_by") REFERENCES "assessment_submissions"("organization_id","assessment_id","round","submitted_by") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reviews" ADD CONSTRAINT "fk_assessment_reviews_round" FOREIGN KEY ("organization_id", "assessment_id", "round") REFERENCES "assessment_submissions"("organization_id","assessment_id","round") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reviews" ADD CONSTRAINT "fk_assessment_reviews_submission" FOREIGN KEY ("organization_id", "assessment_id", "round", "submitted_by") REFERENCES "assessment_submissions"("organization_id","assessment_id","round","submitted_by") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_submissions" ADD CONSTRAINT "fk_assessment_submissions_person" FOREIGN KEY ("organization_id", "submitted_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessments" ADD CONSTRAINT "fk_assessments_firm" FOREIGN KEY ("firm_id") REFERENCES "organizations"("organization_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "selections" ADD CONSTRAINT "fk_selections_judgement" FOREIGN KEY ("organization_id", "outcome_id", "assessment_id", "result", "reviewed_by") REFERENCES "assessment_outcomes"("organization_id","id","assessment_id","result","reviewed_by") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "selections" ADD CONSTRAINT "fk_selections_outcome" FOREIGN KEY ("organization_id", "outcome_id", "assessment_id", "result", "submitted_by", "reviewed_by") REFERENCES "assessment_outcomes"("organization_id","id","assessment_id","result","submitted_by","reviewed_by") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON "answer_drafts" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "answer_drafts" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "answer_drafts" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "answer_drafts" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(
      `CREATE POLICY "firm" ON "assessments" FOR SELECT USING ("firm_id" = (SELECT nullif(current_setting('app.firm', true), '')::uuid))`,
    );
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_assessment_reconciliations"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF ROW(NEW.decided_by, NEW.submitted_by, NEW.organization_id, NEW.assessment_id, NEW.round, NEW.reviewed_by, NEW.decided_on, NEW.duty_waiver_id) IS NOT DISTINCT FROM ROW(OLD.decided_by, OLD.submitted_by, OLD.organization_id, OLD.assessment_id, OLD.round, OLD.reviewed_by, OLD.decided_on, OLD.duty_waiver_id) THEN RETURN NEW; END IF;
  END IF;
  
  PERFORM sd_keep_apart('sd_assessment_reconciliations', 'score-approve', NEW.organization_id, ARRAY[NEW.decided_by], NEW.submitted_by || ARRAY(SELECT s.submitted_by FROM assessment_submissions s
    WHERE s.organization_id = NEW.organization_id AND s.assessment_id = NEW.assessment_id AND s.round = NEW.round) || ARRAY(SELECT a.entered_by FROM assessment_answers a
    WHERE a.organization_id = NEW.organization_id AND a.assessment_id = NEW.assessment_id AND a.round = NEW.round) || NEW.reviewed_by || ARRAY(SELECT r.reviewed_by FROM assessment_reviews r
    WHERE r.organization_id = NEW.organization_id AND r.assessment_id = NEW.assessment_id AND r.round = NEW.round),
    NEW.duty_waiver_id, (SELECT a.engagement_id FROM assessments a
    WHERE a.organization_id = NEW.organization_id AND a.id = NEW.assessment_id), NEW.decided_on);
  RETURN NEW;
END
$guard$`);
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_assessment_reviews"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF ROW(NEW.reviewed_by, NEW.reviewed_on, NEW.organization_id, NEW.assessment_id, NEW.submitted_by, NEW.round, NEW.duty_waiver_id, NEW.duties_joined) IS NOT DISTINCT FROM ROW(OLD.reviewed_by, OLD.reviewed_on, OLD.organization_id, OLD.assessment_id, OLD.submitted_by, OLD.round, OLD.duty_waiver_id, OLD.duties_joined) THEN RETURN NEW; END IF;
  END IF;
  IF NEW.duties_joined AND NOT EXISTS (SELECT FROM organization_settings s
      WHERE s.organization_id = NEW.organization_id AND s.setting_id = 'separate-submitter-and-reviewer'
        AND s.value = 'false' AND s.reason IS NOT NULL) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'sd_assessment_reviews', MESSAGE = 'sd_assessment_reviews: the body has not joined these duties';
  END IF;
  PERFORM sd_keep_apart('sd_assessment_reviews', 'submit-score', NEW.organization_id, ARRAY[NEW.reviewed_by], '{}'::uuid[] || CASE WHEN NEW.duties_joined THEN '{}' ELSE NEW.submitted_by || ARRAY(SELECT s.submitted_by FROM assessment_submissions s
    WHERE s.organization_id = NEW.organization_id AND s.assessment_id = NEW.assessment_id AND s.round = NEW.round) || ARRAY(SELECT a.entered_by FROM assessment_answers a
    WHERE a.organization_id = NEW.organization_id AND a.assessment_id = NEW.assessment_id AND a.round = NEW.round) END,
    NEW.duty_waiver_id, (SELECT a.engagement_id FROM assessments a
    WHERE a.organization_id = NEW.organization_id AND a.id = NEW.assessment_id), NEW.reviewed_on);
  RETURN NEW;
END
$guard$`);
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_selections"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF ROW(NEW.decided_by, NEW.recorded_by, NEW.submitted_by, NEW.organization_id, NEW.outcome_id, NEW.decided_on, NEW.engagement_id, NEW.reviewed_by, NEW.duty_waiver_id, NEW.duties_joined) IS NOT DISTINCT FROM ROW(OLD.decided_by, OLD.recorded_by, OLD.submitted_by, OLD.organization_id, OLD.outcome_id, OLD.decided_on, OLD.engagement_id, OLD.reviewed_by, OLD.duty_waiver_id, OLD.duties_joined) THEN RETURN NEW; END IF;
  END IF;
  IF NEW.duties_joined AND NOT EXISTS (SELECT FROM organization_settings s
      WHERE s.organization_id = NEW.organization_id AND s.setting_id = 'separate-reviewer-and-approver'
        AND s.value = 'false' AND s.reason IS NOT NULL) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'sd_selections', MESSAGE = 'sd_selections: the body has not joined these duties';
  END IF;
  PERFORM sd_keep_apart('sd_selections', 'score-approve', NEW.organization_id, ARRAY[NEW.decided_by, NEW.recorded_by], NEW.submitted_by || ARRAY(SELECT o.submitted_by FROM assessment_outcomes o
    WHERE o.organization_id = NEW.organization_id AND o.id = NEW.outcome_id) || CASE WHEN NEW.duties_joined THEN '{}' ELSE NEW.reviewed_by END,
    NEW.duty_waiver_id, NEW.engagement_id, NEW.decided_on);
  RETURN NEW;
END
$guard$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP POLICY "firm" ON "assessments"`);
    await runner.query(`ALTER TABLE "selections" DROP CONSTRAINT "fk_selections_outcome"`);
    await runner.query(`ALTER TABLE "selections" DROP CONSTRAINT "fk_selections_judgement"`);
    await runner.query(`ALTER TABLE "assessments" DROP CONSTRAINT "fk_assessments_firm"`);
    await runner.query(
      `ALTER TABLE "assessment_submissions" DROP CONSTRAINT "fk_assessment_submissions_person"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reviews" DROP CONSTRAINT "fk_assessment_reviews_submission"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reviews" DROP CONSTRAINT "fk_assessment_reviews_round"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reconciliations" DROP CONSTRAINT "fk_assessment_reconciliations_submission"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reconciliations" DROP CONSTRAINT "fk_assessment_reconciliations_round"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_outcomes" DROP CONSTRAINT "fk_assessment_outcomes_submission"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_outcomes" DROP CONSTRAINT "fk_assessment_outcomes_round"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_answers" DROP CONSTRAINT "fk_assessment_answers_person"`,
    );
    await runner.query(`ALTER TABLE "answer_drafts" DROP CONSTRAINT "fk_answer_drafts_round"`);
    await runner.query(`ALTER TABLE "answer_drafts" DROP CONSTRAINT "fk_answer_drafts_criterion"`);
    await runner.query(
      `ALTER TABLE "file_attachments" DROP CONSTRAINT "fk_file_attachments_person"`,
    );
    await runner.query(`ALTER TABLE "files" DROP CONSTRAINT "fk_files_person"`);
    await runner.query(
      `ALTER TABLE "assessment_submissions" DROP CONSTRAINT "uq_assessment_submissions_person"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_outcomes" DROP CONSTRAINT "uq_assessment_outcomes_eligible"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_outcomes" DROP CONSTRAINT "uq_assessment_outcomes_judged"`,
    );
    await runner.query(
      `ALTER TABLE "assessments" DROP CONSTRAINT "ck_assessments_withdrawn_by_vendor"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_submissions" DROP CONSTRAINT "ck_assessment_submissions_by"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_answers" DROP CONSTRAINT "ck_assessment_answers_by"`,
    );
    await runner.query(`ALTER TABLE "files" DROP CONSTRAINT "ck_files_by"`);
    await runner.query(`DROP INDEX "public"."ix_assessments_firm"`);
    await runner.query(`ALTER TABLE "selections" ALTER COLUMN "submitted_by" SET NOT NULL`);
    await runner.query(
      `ALTER TABLE "assessment_submissions" ALTER COLUMN "submitted_by" SET NOT NULL`,
    );
    await runner.query(
      `ALTER TABLE "assessment_submissions" ADD CONSTRAINT "uq_assessment_submissions_person" UNIQUE ("organization_id", "assessment_id", "round", "submitted_by")`,
    );
    await runner.query(
      `ALTER TABLE "assessment_submissions" ADD CONSTRAINT "fk_assessment_submissions_person" FOREIGN KEY ("organization_id", "submitted_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`ALTER TABLE "assessment_reviews" ALTER COLUMN "submitted_by" SET NOT NULL`);
    await runner.query(
      `ALTER TABLE "assessment_reviews" ADD CONSTRAINT "fk_assessment_reviews_submission" FOREIGN KEY ("organization_id", "assessment_id", "round", "submitted_by") REFERENCES "assessment_submissions"("organization_id","assessment_id","round","submitted_by") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reconciliations" ALTER COLUMN "submitted_by" SET NOT NULL`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reconciliations" ADD CONSTRAINT "fk_assessment_reconciliations_submission" FOREIGN KEY ("organization_id", "assessment_id", "round", "submitted_by") REFERENCES "assessment_submissions"("organization_id","assessment_id","round","submitted_by") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_outcomes" ALTER COLUMN "submitted_by" SET NOT NULL`,
    );
    await runner.query(
      `ALTER TABLE "assessment_outcomes" ADD CONSTRAINT "uq_assessment_outcomes_eligible" UNIQUE ("organization_id", "id", "assessment_id", "result", "submitted_by", "reviewed_by")`,
    );
    await runner.query(
      `ALTER TABLE "selections" ADD CONSTRAINT "fk_selections_outcome" FOREIGN KEY ("organization_id", "outcome_id", "assessment_id", "result", "submitted_by", "reviewed_by") REFERENCES "assessment_outcomes"("organization_id","id","assessment_id","result","submitted_by","reviewed_by") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_outcomes" ADD CONSTRAINT "fk_assessment_outcomes_submission" FOREIGN KEY ("organization_id", "assessment_id", "round", "submitted_by") REFERENCES "assessment_submissions"("organization_id","assessment_id","round","submitted_by") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`ALTER TABLE "assessment_answers" ALTER COLUMN "entered_by" SET NOT NULL`);
    await runner.query(
      `ALTER TABLE "assessment_answers" ADD CONSTRAINT "fk_assessment_answers_person" FOREIGN KEY ("organization_id", "entered_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`ALTER TABLE "file_attachments" ALTER COLUMN "attached_by" SET NOT NULL`);
    await runner.query(
      `ALTER TABLE "file_attachments" ADD CONSTRAINT "fk_file_attachments_person" FOREIGN KEY ("organization_id", "attached_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`ALTER TABLE "files" ALTER COLUMN "uploaded_by" SET NOT NULL`);
    await runner.query(
      `ALTER TABLE "files" ADD CONSTRAINT "fk_files_person" FOREIGN KEY ("organization_id", "uploaded_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`ALTER TABLE "assessments" DROP COLUMN "withdrawn_by_vendor"`);
    await runner.query(`ALTER TABLE "assessments" DROP COLUMN "title"`);
    await runner.query(`ALTER TABLE "assessments" DROP COLUMN "firm_id"`);
    await runner.query(`ALTER TABLE "assessments" DROP COLUMN "draft_version"`);
    await runner.query(`ALTER TABLE "assessment_submissions" DROP COLUMN "given_by"`);
    await runner.query(`ALTER TABLE "assessment_answers" DROP COLUMN "given_by"`);
    await runner.query(`ALTER TABLE "files" DROP COLUMN "given_by"`);
    await runner.query(`DROP TABLE "answer_drafts"`);
  }
}
