import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepDutiesApart1795271323829 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "use_decisions" DROP CONSTRAINT "ck_use_decisions_separation"`);
    await runner.query(
      `ALTER TABLE "assessment_reconciliations" DROP CONSTRAINT "ck_assessment_reconciliations_separation"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reviews" DROP CONSTRAINT "ck_assessment_reviews_separation"`,
    );
    await runner.query(`ALTER TABLE "selections" DROP CONSTRAINT "ck_selections_separation"`);
    await runner.query(`ALTER TABLE "audits" DROP CONSTRAINT "ck_audits_independence"`);
    await runner.query(
      `ALTER TABLE "contract_clauses" DROP CONSTRAINT "ck_contract_clauses_separation"`,
    );
    await runner.query(
      `ALTER TABLE "policy_exceptions" DROP CONSTRAINT "ck_policy_exceptions_separation"`,
    );
    await runner.query(
      `ALTER TABLE "corrective_actions" DROP CONSTRAINT "ck_corrective_actions_separation"`,
    );
    await runner.query(
      `ALTER TABLE "report_reviews" DROP CONSTRAINT "ck_report_reviews_separation"`,
    );
    await runner.query(`CREATE TABLE "duty_waivers" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "version" integer NOT NULL, "rule" text NOT NULL, "person_id" uuid NOT NULL, "engagement_id" uuid, "reason" text NOT NULL, "permitted_by" uuid, "permitted_as" text NOT NULL, "permitted_on" date NOT NULL, "recorded_by" uuid NOT NULL, "made_elsewhere" jsonb, "valid_from" date NOT NULL, "valid_until" date NOT NULL, "ended_on" date, "ended_by" uuid, "ended_reason" text, CONSTRAINT "ck_duty_waivers_ended" CHECK (num_nulls(ended_on, ended_by, ended_reason) IN (0, 3)), CONSTRAINT "ck_duty_waivers_standing" CHECK (engagement_id IS NOT NULL
    OR valid_until <= make_date(extract(year FROM valid_from + interval '9 months')::int, 3, 31)), CONSTRAINT "ck_duty_waivers_period" CHECK (valid_from BETWEEN permitted_on AND valid_until AND valid_until <= valid_from + interval '1 year'), CONSTRAINT "ck_duty_waivers_named" CHECK (permitted_by IS NOT NULL OR made_elsewhere IS NOT NULL), CONSTRAINT "ck_duty_waivers_permitter" CHECK (permitted_by <> person_id AND recorded_by <> person_id), CONSTRAINT "ck_duty_waivers_reason" CHECK (char_length(reason) >= 10), CONSTRAINT "ck_duty_waivers_rule" CHECK (rule IN ('apply-approve', 'submit-score', 'score-approve', 'implement-verify', 'request-permit', 'audit-audited')), CONSTRAINT "pk_duty_waivers" PRIMARY KEY ("organization_id", "id"))`);
    await runner.query(
      `CREATE INDEX "ix_duty_waivers_person" ON "duty_waivers"  ("organization_id", "person_id", "rule")`,
    );
    await runner.query(
      `CREATE INDEX "ix_duty_waivers_until" ON "duty_waivers"  ("organization_id", "valid_until", "id")`,
    );
    await runner.query(`ALTER TABLE "use_decisions" ADD "duty_waiver_id" uuid`);
    await runner.query(`ALTER TABLE "obligations" ADD "duty_waiver_id" uuid`);
    await runner.query(`ALTER TABLE "assessment_reconciliations" ADD "duty_waiver_id" uuid`);
    await runner.query(`ALTER TABLE "assessment_reviews" ADD "duty_waiver_id" uuid`);
    await runner.query(`ALTER TABLE "selections" ADD "duty_waiver_id" uuid`);
    await runner.query(`ALTER TABLE "audits" ADD "duty_waiver_id" uuid`);
    await runner.query(`ALTER TABLE "contract_clauses" ADD "duty_waiver_id" uuid`);
    await runner.query(`ALTER TABLE "policy_exceptions" ADD "duty_waiver_id" uuid`);
    await runner.query(
      `ALTER TABLE "corrective_actions" ADD "duties_joined" boolean NOT NULL DEFAULT false`,
    );
    await runner.query(`ALTER TABLE "corrective_actions" ADD "duty_waiver_id" uuid`);
    await runner.query(`ALTER TABLE "corrective_actions" ADD "audit_waiver_id" uuid`);
    await runner.query(`ALTER TABLE "report_reviews" ADD "duty_waiver_id" uuid`);
    await runner.query(
      `CREATE INDEX "ix_use_decisions_waiver" ON "use_decisions"  ("organization_id", "duty_waiver_id") WHERE duty_waiver_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "ix_obligations_waiver" ON "obligations"  ("organization_id", "duty_waiver_id") WHERE duty_waiver_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "ix_assessment_reconciliations_waiver" ON "assessment_reconciliations"  ("organization_id", "duty_waiver_id") WHERE duty_waiver_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "ix_assessment_reviews_waiver" ON "assessment_reviews"  ("organization_id", "duty_waiver_id") WHERE duty_waiver_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "ix_selections_waiver" ON "selections"  ("organization_id", "duty_waiver_id") WHERE duty_waiver_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "ix_audits_waiver" ON "audits"  ("organization_id", "duty_waiver_id") WHERE duty_waiver_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "ix_contract_clauses_waiver" ON "contract_clauses"  ("organization_id", "duty_waiver_id") WHERE duty_waiver_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "ix_policy_exceptions_waiver" ON "policy_exceptions"  ("organization_id", "duty_waiver_id") WHERE duty_waiver_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "ix_corrective_actions_audit_waiver" ON "corrective_actions"  ("organization_id", "audit_waiver_id") WHERE audit_waiver_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "ix_corrective_actions_waiver" ON "corrective_actions"  ("organization_id", "duty_waiver_id") WHERE duty_waiver_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "ix_report_reviews_waiver" ON "report_reviews"  ("organization_id", "duty_waiver_id") WHERE duty_waiver_id IS NOT NULL`,
    );
    await runner.query(
      `ALTER TABLE "duty_waivers" ADD CONSTRAINT "fk_duty_waivers_ender" FOREIGN KEY ("organization_id", "ended_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "duty_waivers" ADD CONSTRAINT "fk_duty_waivers_recorder" FOREIGN KEY ("organization_id", "recorded_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "duty_waivers" ADD CONSTRAINT "fk_duty_waivers_permitter" FOREIGN KEY ("organization_id", "permitted_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "duty_waivers" ADD CONSTRAINT "fk_duty_waivers_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "duty_waivers" ADD CONSTRAINT "fk_duty_waivers_person" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "use_decisions" ADD CONSTRAINT "fk_use_decisions_waiver" FOREIGN KEY ("organization_id", "duty_waiver_id") REFERENCES "duty_waivers"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "obligations" ADD CONSTRAINT "fk_obligations_waiver" FOREIGN KEY ("organization_id", "duty_waiver_id") REFERENCES "duty_waivers"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reconciliations" ADD CONSTRAINT "fk_assessment_reconciliations_waiver" FOREIGN KEY ("organization_id", "duty_waiver_id") REFERENCES "duty_waivers"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reviews" ADD CONSTRAINT "fk_assessment_reviews_waiver" FOREIGN KEY ("organization_id", "duty_waiver_id") REFERENCES "duty_waivers"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "selections" ADD CONSTRAINT "fk_selections_waiver" FOREIGN KEY ("organization_id", "duty_waiver_id") REFERENCES "duty_waivers"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "audits" ADD CONSTRAINT "fk_audits_waiver" FOREIGN KEY ("organization_id", "duty_waiver_id") REFERENCES "duty_waivers"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "contract_clauses" ADD CONSTRAINT "fk_contract_clauses_waiver" FOREIGN KEY ("organization_id", "duty_waiver_id") REFERENCES "duty_waivers"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "policy_exceptions" ADD CONSTRAINT "fk_policy_exceptions_waiver" FOREIGN KEY ("organization_id", "duty_waiver_id") REFERENCES "duty_waivers"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "corrective_actions" ADD CONSTRAINT "fk_corrective_actions_audit_waiver" FOREIGN KEY ("organization_id", "audit_waiver_id") REFERENCES "duty_waivers"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "corrective_actions" ADD CONSTRAINT "fk_corrective_actions_waiver" FOREIGN KEY ("organization_id", "duty_waiver_id") REFERENCES "duty_waivers"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "report_reviews" ADD CONSTRAINT "fk_report_reviews_waiver" FOREIGN KEY ("organization_id", "duty_waiver_id") REFERENCES "duty_waivers"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "duty_waivers" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "duty_waivers" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "duty_waivers" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "duty_waivers" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_keep_apart"(refusal text, act_rule text, owner uuid, actors uuid[], earlier uuid[], waiver uuid, engagement uuid, acted_on date) RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
DECLARE
  joined uuid[] := ARRAY(SELECT DISTINCT a FROM unnest(actors) a WHERE a = ANY (earlier));
BEGIN
  IF waiver IS NULL AND cardinality(joined) = 0 THEN RETURN; END IF;
  IF cardinality(joined) = 1 THEN
    PERFORM FROM duty_waivers w
    WHERE w.organization_id = owner AND w.id = waiver AND w.rule = act_rule AND w.person_id = joined[1]
      AND (w.engagement_id IS NULL OR w.engagement_id = engagement)
      AND acted_on BETWEEN w.valid_from AND w.valid_until AND w.ended_on IS NULL
    FOR SHARE;
    IF FOUND THEN RETURN; END IF;
  END IF;
  RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = refusal, MESSAGE = format('%s: both acts by one person, or a waiver that does not admit it', refusal);
END
$guard$`);
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_duty_waivers"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'sd_duty_waivers', MESSAGE = 'sd_duty_waivers: what was written stands';
END
$guard$`);
    await runner.query(
      `CREATE TRIGGER "sd_duty_waivers" BEFORE UPDATE ON "duty_waivers" FOR EACH ROW WHEN (ROW(NEW.rule, NEW.person_id, NEW.engagement_id, NEW.reason, NEW.permitted_by, NEW.permitted_as, NEW.permitted_on, NEW.recorded_by, NEW.made_elsewhere, NEW.valid_from, NEW.valid_until) IS DISTINCT FROM ROW(OLD.rule, OLD.person_id, OLD.engagement_id, OLD.reason, OLD.permitted_by, OLD.permitted_as, OLD.permitted_on, OLD.recorded_by, OLD.made_elsewhere, OLD.valid_from, OLD.valid_until) OR OLD.ended_on IS NOT NULL) EXECUTE FUNCTION "sd_duty_waivers"()`,
    );
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_use_decisions"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF ROW(NEW.decided_by, NEW.recorded_by, NEW.author_id, NEW.applicant_id, NEW.decided_on, NEW.organization_id, NEW.application_id, NEW.duty_waiver_id) IS NOT DISTINCT FROM ROW(OLD.decided_by, OLD.recorded_by, OLD.author_id, OLD.applicant_id, OLD.decided_on, OLD.organization_id, OLD.application_id, OLD.duty_waiver_id) THEN RETURN NEW; END IF;
  END IF;
  
  PERFORM sd_keep_apart('sd_use_decisions', 'apply-approve', NEW.organization_id, ARRAY[NEW.decided_by, NEW.recorded_by], ARRAY[NEW.author_id, NEW.applicant_id],
    NEW.duty_waiver_id, (SELECT a.engagement_id FROM use_applications a
    WHERE a.organization_id = NEW.organization_id AND a.id = NEW.application_id), NEW.decided_on);
  RETURN NEW;
END
$guard$`);
    await runner.query(`CREATE TRIGGER "sd_use_decisions" BEFORE INSERT OR UPDATE ON "use_decisions" FOR EACH ROW
  WHEN (coalesce(NEW.decided_by, NEW.recorded_by, NEW.duty_waiver_id) IS NOT NULL) EXECUTE FUNCTION "sd_use_decisions"()`);
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_engagements"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'sd_engagements', MESSAGE = 'sd_engagements: what was written stands';
END
$guard$`);
    await runner.query(
      `CREATE TRIGGER "sd_engagements" BEFORE UPDATE ON "engagements" FOR EACH ROW WHEN (ROW(NEW.drafted_by) IS DISTINCT FROM ROW(OLD.drafted_by)) EXECUTE FUNCTION "sd_engagements"()`,
    );
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_obligations"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF ROW(NEW.not_applicable_by, NEW.organization_id, NEW.engagement_id, NEW.not_applicable_on, NEW.not_applicable_reason, NEW.duty_waiver_id) IS NOT DISTINCT FROM ROW(OLD.not_applicable_by, OLD.organization_id, OLD.engagement_id, OLD.not_applicable_on, OLD.not_applicable_reason, OLD.duty_waiver_id) THEN RETURN NEW; END IF;
  END IF;
  IF NEW.duty_waiver_id IS NULL AND EXISTS (SELECT FROM contracts c
    JOIN contract_clauses k ON k.organization_id = c.organization_id AND k.contract_id = c.id
    WHERE c.organization_id = NEW.organization_id AND c.engagement_id = NEW.engagement_id
      AND k.decision = 'not-applicable' AND k.reason = NEW.not_applicable_reason) THEN RETURN NEW; END IF;
  PERFORM sd_keep_apart('sd_obligations', 'request-permit', NEW.organization_id, ARRAY[NEW.not_applicable_by], ARRAY(SELECT e.drafted_by FROM engagements e
    WHERE e.organization_id = NEW.organization_id AND e.id = NEW.engagement_id),
    NEW.duty_waiver_id, NEW.engagement_id, NEW.not_applicable_on);
  RETURN NEW;
END
$guard$`);
    await runner.query(`CREATE TRIGGER "sd_obligations" BEFORE INSERT OR UPDATE ON "obligations" FOR EACH ROW
  WHEN (coalesce(NEW.not_applicable_by, NEW.duty_waiver_id) IS NOT NULL) EXECUTE FUNCTION "sd_obligations"()`);
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_assessment_answers"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  IF EXISTS (SELECT FROM changed given WHERE EXISTS (SELECT FROM assessment_reviews r
      WHERE r.organization_id = given.organization_id AND r.assessment_id = given.assessment_id AND r.round = given.round
        AND r.reviewed_by = given.entered_by AND NOT r.duties_joined AND r.duty_waiver_id IS NULL)
    OR EXISTS (SELECT FROM assessment_reconciliations r
      WHERE r.organization_id = given.organization_id AND r.assessment_id = given.assessment_id AND r.round = given.round
        AND r.decided_by = given.entered_by AND r.duty_waiver_id IS NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'sd_assessment_answers', MESSAGE = 'sd_assessment_answers: whoever did the later act did not do this one';
  END IF;
  RETURN NULL;
END
$guard$`);
    await runner.query(
      `CREATE TRIGGER "sd_assessment_answers_insert" AFTER INSERT ON "assessment_answers" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "sd_assessment_answers"()`,
    );
    await runner.query(
      `CREATE TRIGGER "sd_assessment_answers_update" AFTER UPDATE ON "assessment_answers" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "sd_assessment_answers"()`,
    );
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_assessment_reconciliations"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF ROW(NEW.decided_by, NEW.submitted_by, NEW.organization_id, NEW.assessment_id, NEW.round, NEW.reviewed_by, NEW.decided_on, NEW.duty_waiver_id) IS NOT DISTINCT FROM ROW(OLD.decided_by, OLD.submitted_by, OLD.organization_id, OLD.assessment_id, OLD.round, OLD.reviewed_by, OLD.decided_on, OLD.duty_waiver_id) THEN RETURN NEW; END IF;
  END IF;
  
  PERFORM sd_keep_apart('sd_assessment_reconciliations', 'score-approve', NEW.organization_id, ARRAY[NEW.decided_by], NEW.submitted_by || ARRAY(SELECT a.entered_by FROM assessment_answers a
    WHERE a.organization_id = NEW.organization_id AND a.assessment_id = NEW.assessment_id AND a.round = NEW.round) || NEW.reviewed_by || ARRAY(SELECT r.reviewed_by FROM assessment_reviews r
    WHERE r.organization_id = NEW.organization_id AND r.assessment_id = NEW.assessment_id AND r.round = NEW.round),
    NEW.duty_waiver_id, (SELECT a.engagement_id FROM assessments a
    WHERE a.organization_id = NEW.organization_id AND a.id = NEW.assessment_id), NEW.decided_on);
  RETURN NEW;
END
$guard$`);
    await runner.query(`CREATE TRIGGER "sd_assessment_reconciliations" BEFORE INSERT OR UPDATE ON "assessment_reconciliations" FOR EACH ROW
  WHEN (coalesce(NEW.decided_by, NEW.duty_waiver_id) IS NOT NULL) EXECUTE FUNCTION "sd_assessment_reconciliations"()`);
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
  PERFORM sd_keep_apart('sd_assessment_reviews', 'submit-score', NEW.organization_id, ARRAY[NEW.reviewed_by], '{}'::uuid[] || CASE WHEN NEW.duties_joined THEN '{}' ELSE NEW.submitted_by || ARRAY(SELECT a.entered_by FROM assessment_answers a
    WHERE a.organization_id = NEW.organization_id AND a.assessment_id = NEW.assessment_id AND a.round = NEW.round) END,
    NEW.duty_waiver_id, (SELECT a.engagement_id FROM assessments a
    WHERE a.organization_id = NEW.organization_id AND a.id = NEW.assessment_id), NEW.reviewed_on);
  RETURN NEW;
END
$guard$`);
    await runner.query(`CREATE TRIGGER "sd_assessment_reviews" BEFORE INSERT OR UPDATE ON "assessment_reviews" FOR EACH ROW
  WHEN (coalesce(NEW.reviewed_by, NEW.duty_waiver_id) IS NOT NULL) EXECUTE FUNCTION "sd_assessment_reviews"()`);
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_selections"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF ROW(NEW.decided_by, NEW.recorded_by, NEW.submitted_by, NEW.decided_on, NEW.engagement_id, NEW.reviewed_by, NEW.duty_waiver_id, NEW.duties_joined) IS NOT DISTINCT FROM ROW(OLD.decided_by, OLD.recorded_by, OLD.submitted_by, OLD.decided_on, OLD.engagement_id, OLD.reviewed_by, OLD.duty_waiver_id, OLD.duties_joined) THEN RETURN NEW; END IF;
  END IF;
  IF NEW.duties_joined AND NOT EXISTS (SELECT FROM organization_settings s
      WHERE s.organization_id = NEW.organization_id AND s.setting_id = 'separate-reviewer-and-approver'
        AND s.value = 'false' AND s.reason IS NOT NULL) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'sd_selections', MESSAGE = 'sd_selections: the body has not joined these duties';
  END IF;
  PERFORM sd_keep_apart('sd_selections', 'score-approve', NEW.organization_id, ARRAY[NEW.decided_by, NEW.recorded_by], ARRAY[NEW.submitted_by] || CASE WHEN NEW.duties_joined THEN '{}' ELSE NEW.reviewed_by END,
    NEW.duty_waiver_id, NEW.engagement_id, NEW.decided_on);
  RETURN NEW;
END
$guard$`);
    await runner.query(`CREATE TRIGGER "sd_selections" BEFORE INSERT OR UPDATE ON "selections" FOR EACH ROW
  WHEN (coalesce(NEW.decided_by, NEW.recorded_by, NEW.duty_waiver_id) IS NOT NULL) EXECUTE FUNCTION "sd_selections"()`);
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_audits"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF ROW(NEW.concluded_by, NEW.organization_id, NEW.engagement_id, NEW.held_on, NEW.duty_waiver_id) IS NOT DISTINCT FROM ROW(OLD.concluded_by, OLD.organization_id, OLD.engagement_id, OLD.held_on, OLD.duty_waiver_id) THEN RETURN NEW; END IF;
  END IF;
  
  PERFORM sd_keep_apart('sd_audits', 'audit-audited', NEW.organization_id, ARRAY[NEW.concluded_by], ARRAY(SELECT t.person_id
    FROM (SELECT x.drafted_by AS person_id, 'drafter' AS part FROM engagements x WHERE x.organization_id = NEW.organization_id AND x.id = NEW.engagement_id
    UNION ALL SELECT s.person_id, 'unit' FROM (WITH RECURSIVE within AS (
      SELECT e.unit_id AS id FROM engagements e
      WHERE e.organization_id = NEW.organization_id AND e.id = NEW.engagement_id
      UNION SELECT u.id FROM org_units u JOIN within w ON u.parent_id = w.id
      WHERE u.organization_id = NEW.organization_id)
    SELECT p.person_id FROM posts p JOIN within w ON w.id = p.unit_id
    WHERE p.organization_id = NEW.organization_id AND p.valid_from <= NEW.held_on
      AND coalesce(p.valid_until, 'infinity') >= NEW.held_on) s
    UNION ALL SELECT x.drafted_by, 'contract' FROM contracts x WHERE x.organization_id = NEW.organization_id AND x.engagement_id = NEW.engagement_id
    UNION ALL SELECT x.submitted_by, 'evaluator' FROM assessment_submissions x WHERE x.organization_id = NEW.organization_id AND x.assessment_id IN (SELECT a.id FROM assessments a
      WHERE a.organization_id = NEW.organization_id AND a.engagement_id = NEW.engagement_id)
    UNION ALL SELECT x.reviewed_by, 'evaluator' FROM assessment_reviews x WHERE x.organization_id = NEW.organization_id AND x.assessment_id IN (SELECT a.id FROM assessments a
      WHERE a.organization_id = NEW.organization_id AND a.engagement_id = NEW.engagement_id)
    UNION ALL SELECT x.decided_by, 'evaluator' FROM assessment_reconciliations x WHERE x.organization_id = NEW.organization_id AND x.assessment_id IN (SELECT a.id FROM assessments a
      WHERE a.organization_id = NEW.organization_id AND a.engagement_id = NEW.engagement_id)
    UNION ALL SELECT x.decided_by, 'evaluator' FROM selections x WHERE x.organization_id = NEW.organization_id AND x.engagement_id = NEW.engagement_id
    UNION ALL SELECT unnest(ARRAY[x.author_id, x.applicant_id, x.decided_by]), 'approval' FROM use_decisions x WHERE x.organization_id = NEW.organization_id AND x.application_id IN (SELECT a.id FROM use_applications a
      WHERE a.organization_id = NEW.organization_id AND a.engagement_id = NEW.engagement_id)) t),
    NEW.duty_waiver_id, NEW.engagement_id, NEW.held_on);
  RETURN NEW;
END
$guard$`);
    await runner.query(`CREATE TRIGGER "sd_audits" BEFORE INSERT OR UPDATE ON "audits" FOR EACH ROW
  WHEN (coalesce(NEW.concluded_by, NEW.duty_waiver_id) IS NOT NULL) EXECUTE FUNCTION "sd_audits"()`);
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_contract_clauses"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF ROW(NEW.confirmed_by, NEW.decided_by, NEW.organization_id, NEW.contract_id, NEW.confirmed_on, NEW.duty_waiver_id) IS NOT DISTINCT FROM ROW(OLD.confirmed_by, OLD.decided_by, OLD.organization_id, OLD.contract_id, OLD.confirmed_on, OLD.duty_waiver_id) THEN RETURN NEW; END IF;
  END IF;
  
  PERFORM sd_keep_apart('sd_contract_clauses', 'request-permit', NEW.organization_id, ARRAY[NEW.confirmed_by], NEW.decided_by || ARRAY(SELECT c.drafted_by FROM contracts c
    WHERE c.organization_id = NEW.organization_id AND c.id = NEW.contract_id),
    NEW.duty_waiver_id, (SELECT c.engagement_id FROM contracts c
    WHERE c.organization_id = NEW.organization_id AND c.id = NEW.contract_id), NEW.confirmed_on);
  RETURN NEW;
END
$guard$`);
    await runner.query(`CREATE TRIGGER "sd_contract_clauses" BEFORE INSERT OR UPDATE ON "contract_clauses" FOR EACH ROW
  WHEN (coalesce(NEW.confirmed_by, NEW.duty_waiver_id) IS NOT NULL) EXECUTE FUNCTION "sd_contract_clauses"()`);
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_contracts"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'sd_contracts', MESSAGE = 'sd_contracts: what was written stands';
END
$guard$`);
    await runner.query(
      `CREATE TRIGGER "sd_contracts" BEFORE UPDATE ON "contracts" FOR EACH ROW WHEN (ROW(NEW.drafted_by) IS DISTINCT FROM ROW(OLD.drafted_by)) EXECUTE FUNCTION "sd_contracts"()`,
    );
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_policy_exceptions"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF ROW(NEW.decided_by, NEW.made_elsewhere, NEW.requested_by, NEW.decided_on, NEW.engagement_id, NEW.duty_waiver_id) IS NOT DISTINCT FROM ROW(OLD.decided_by, OLD.made_elsewhere, OLD.requested_by, OLD.decided_on, OLD.engagement_id, OLD.duty_waiver_id) THEN RETURN NEW; END IF;
  END IF;
  
  PERFORM sd_keep_apart('sd_policy_exceptions', 'request-permit', NEW.organization_id, ARRAY[NEW.decided_by, (NEW.made_elsewhere ->> 'deciderId')::uuid], ARRAY[NEW.requested_by],
    NEW.duty_waiver_id, NEW.engagement_id, NEW.decided_on);
  RETURN NEW;
END
$guard$`);
    await runner.query(`CREATE TRIGGER "sd_policy_exceptions" BEFORE INSERT OR UPDATE ON "policy_exceptions" FOR EACH ROW
  WHEN (coalesce(NEW.decided_by, (NEW.made_elsewhere ->> 'deciderId')::uuid, NEW.duty_waiver_id) IS NOT NULL) EXECUTE FUNCTION "sd_policy_exceptions"()`);
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_corrective_actions_audit"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF ROW(NEW.verified_by, NEW.organization_id, NEW.finding_id, NEW.verified_on, NEW.audit_waiver_id) IS NOT DISTINCT FROM ROW(OLD.verified_by, OLD.organization_id, OLD.finding_id, OLD.verified_on, OLD.audit_waiver_id) THEN RETURN NEW; END IF;
  END IF;
  
  PERFORM sd_keep_apart('sd_corrective_actions_audit', 'audit-audited', NEW.organization_id, ARRAY[NEW.verified_by], ARRAY(WITH RECURSIVE within AS (
      SELECT e.unit_id AS id FROM engagements e
      WHERE e.organization_id = NEW.organization_id AND e.id = (SELECT f.engagement_id FROM findings f
    WHERE f.organization_id = NEW.organization_id AND f.id = NEW.finding_id)
      UNION SELECT u.id FROM org_units u JOIN within w ON u.parent_id = w.id
      WHERE u.organization_id = NEW.organization_id)
    SELECT p.person_id FROM posts p JOIN within w ON w.id = p.unit_id
    WHERE p.organization_id = NEW.organization_id AND p.valid_from <= NEW.verified_on
      AND coalesce(p.valid_until, 'infinity') >= NEW.verified_on),
    NEW.audit_waiver_id, (SELECT f.engagement_id FROM findings f
    WHERE f.organization_id = NEW.organization_id AND f.id = NEW.finding_id), NEW.verified_on);
  RETURN NEW;
END
$guard$`);
    await runner.query(`CREATE TRIGGER "sd_corrective_actions_audit" BEFORE INSERT OR UPDATE ON "corrective_actions" FOR EACH ROW
  WHEN (coalesce(NEW.verified_by, NEW.audit_waiver_id) IS NOT NULL) EXECUTE FUNCTION "sd_corrective_actions_audit"()`);
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_corrective_actions"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF ROW(NEW.verified_by, NEW.verified_on, NEW.organization_id, NEW.finding_id, NEW.implemented_by, NEW.recorded_by, NEW.duty_waiver_id, NEW.duties_joined) IS NOT DISTINCT FROM ROW(OLD.verified_by, OLD.verified_on, OLD.organization_id, OLD.finding_id, OLD.implemented_by, OLD.recorded_by, OLD.duty_waiver_id, OLD.duties_joined) THEN RETURN NEW; END IF;
  END IF;
  IF NEW.duties_joined AND NOT EXISTS (SELECT FROM organization_settings s
      WHERE s.organization_id = NEW.organization_id AND s.setting_id = 'separate-implementer-and-verifier'
        AND s.value = 'false' AND s.reason IS NOT NULL) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'sd_corrective_actions', MESSAGE = 'sd_corrective_actions: the body has not joined these duties';
  END IF;
  PERFORM sd_keep_apart('sd_corrective_actions', 'implement-verify', NEW.organization_id, ARRAY[NEW.verified_by], '{}'::uuid[] || CASE WHEN NEW.duties_joined THEN '{}' ELSE ARRAY[NEW.implemented_by, NEW.recorded_by] END,
    NEW.duty_waiver_id, (SELECT f.engagement_id FROM findings f
    WHERE f.organization_id = NEW.organization_id AND f.id = NEW.finding_id), NEW.verified_on);
  RETURN NEW;
END
$guard$`);
    await runner.query(`CREATE TRIGGER "sd_corrective_actions" BEFORE INSERT OR UPDATE ON "corrective_actions" FOR EACH ROW
  WHEN (coalesce(NEW.verified_by, NEW.duty_waiver_id) IS NOT NULL) EXECUTE FUNCTION "sd_corrective_actions"()`);
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_report_reviews"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF ROW(NEW.reviewed_by, NEW.entered_by, NEW.reviewed_on, NEW.organization_id, NEW.submission_id, NEW.duty_waiver_id) IS NOT DISTINCT FROM ROW(OLD.reviewed_by, OLD.entered_by, OLD.reviewed_on, OLD.organization_id, OLD.submission_id, OLD.duty_waiver_id) THEN RETURN NEW; END IF;
  END IF;
  
  PERFORM sd_keep_apart('sd_report_reviews', 'submit-score', NEW.organization_id, ARRAY[NEW.reviewed_by], ARRAY[NEW.entered_by],
    NEW.duty_waiver_id, (SELECT r.engagement_id FROM report_submissions s
    JOIN reports r ON r.organization_id = s.organization_id AND r.id = s.report_id
    WHERE s.organization_id = NEW.organization_id AND s.id = NEW.submission_id), NEW.reviewed_on);
  RETURN NEW;
END
$guard$`);
    await runner.query(`CREATE TRIGGER "sd_report_reviews" BEFORE INSERT OR UPDATE ON "report_reviews" FOR EACH ROW
  WHEN (coalesce(NEW.reviewed_by, NEW.duty_waiver_id) IS NOT NULL) EXECUTE FUNCTION "sd_report_reviews"()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION "sd_report_reviews" CASCADE`);
    await runner.query(`DROP FUNCTION "sd_corrective_actions" CASCADE`);
    await runner.query(`DROP FUNCTION "sd_corrective_actions_audit" CASCADE`);
    await runner.query(`DROP FUNCTION "sd_policy_exceptions" CASCADE`);
    await runner.query(`DROP FUNCTION "sd_contracts" CASCADE`);
    await runner.query(`DROP FUNCTION "sd_contract_clauses" CASCADE`);
    await runner.query(`DROP FUNCTION "sd_audits" CASCADE`);
    await runner.query(`DROP FUNCTION "sd_selections" CASCADE`);
    await runner.query(`DROP FUNCTION "sd_assessment_reviews" CASCADE`);
    await runner.query(`DROP FUNCTION "sd_assessment_reconciliations" CASCADE`);
    await runner.query(`DROP FUNCTION "sd_assessment_answers" CASCADE`);
    await runner.query(`DROP FUNCTION "sd_obligations" CASCADE`);
    await runner.query(`DROP FUNCTION "sd_engagements" CASCADE`);
    await runner.query(`DROP FUNCTION "sd_use_decisions" CASCADE`);
    await runner.query(`DROP FUNCTION "sd_duty_waivers" CASCADE`);
    await runner.query(`DROP FUNCTION "sd_keep_apart" CASCADE`);
    await runner.query(`ALTER TABLE "report_reviews" DROP CONSTRAINT "fk_report_reviews_waiver"`);
    await runner.query(
      `ALTER TABLE "corrective_actions" DROP CONSTRAINT "fk_corrective_actions_waiver"`,
    );
    await runner.query(
      `ALTER TABLE "corrective_actions" DROP CONSTRAINT "fk_corrective_actions_audit_waiver"`,
    );
    await runner.query(
      `ALTER TABLE "policy_exceptions" DROP CONSTRAINT "fk_policy_exceptions_waiver"`,
    );
    await runner.query(
      `ALTER TABLE "contract_clauses" DROP CONSTRAINT "fk_contract_clauses_waiver"`,
    );
    await runner.query(`ALTER TABLE "audits" DROP CONSTRAINT "fk_audits_waiver"`);
    await runner.query(`ALTER TABLE "selections" DROP CONSTRAINT "fk_selections_waiver"`);
    await runner.query(
      `ALTER TABLE "assessment_reviews" DROP CONSTRAINT "fk_assessment_reviews_waiver"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reconciliations" DROP CONSTRAINT "fk_assessment_reconciliations_waiver"`,
    );
    await runner.query(`ALTER TABLE "obligations" DROP CONSTRAINT "fk_obligations_waiver"`);
    await runner.query(`ALTER TABLE "use_decisions" DROP CONSTRAINT "fk_use_decisions_waiver"`);
    await runner.query(`ALTER TABLE "duty_waivers" DROP CONSTRAINT "fk_duty_waivers_person"`);
    await runner.query(`ALTER TABLE "duty_waivers" DROP CONSTRAINT "fk_duty_waivers_engagement"`);
    await runner.query(`ALTER TABLE "duty_waivers" DROP CONSTRAINT "fk_duty_waivers_permitter"`);
    await runner.query(`ALTER TABLE "duty_waivers" DROP CONSTRAINT "fk_duty_waivers_recorder"`);
    await runner.query(`ALTER TABLE "duty_waivers" DROP CONSTRAINT "fk_duty_waivers_ender"`);
    await runner.query(`DROP INDEX "public"."ix_report_reviews_waiver"`);
    await runner.query(`DROP INDEX "public"."ix_corrective_actions_waiver"`);
    await runner.query(`DROP INDEX "public"."ix_corrective_actions_audit_waiver"`);
    await runner.query(`DROP INDEX "public"."ix_policy_exceptions_waiver"`);
    await runner.query(`DROP INDEX "public"."ix_contract_clauses_waiver"`);
    await runner.query(`DROP INDEX "public"."ix_audits_waiver"`);
    await runner.query(`DROP INDEX "public"."ix_selections_waiver"`);
    await runner.query(`DROP INDEX "public"."ix_assessment_reviews_waiver"`);
    await runner.query(`DROP INDEX "public"."ix_assessment_reconciliations_waiver"`);
    await runner.query(`DROP INDEX "public"."ix_obligations_waiver"`);
    await runner.query(`DROP INDEX "public"."ix_use_decisions_waiver"`);
    await runner.query(`ALTER TABLE "report_reviews" DROP COLUMN "duty_waiver_id"`);
    await runner.query(`ALTER TABLE "corrective_actions" DROP COLUMN "audit_waiver_id"`);
    await runner.query(`ALTER TABLE "corrective_actions" DROP COLUMN "duty_waiver_id"`);
    await runner.query(`ALTER TABLE "corrective_actions" DROP COLUMN "duties_joined"`);
    await runner.query(`ALTER TABLE "policy_exceptions" DROP COLUMN "duty_waiver_id"`);
    await runner.query(`ALTER TABLE "contract_clauses" DROP COLUMN "duty_waiver_id"`);
    await runner.query(`ALTER TABLE "audits" DROP COLUMN "duty_waiver_id"`);
    await runner.query(`ALTER TABLE "selections" DROP COLUMN "duty_waiver_id"`);
    await runner.query(`ALTER TABLE "assessment_reviews" DROP COLUMN "duty_waiver_id"`);
    await runner.query(`ALTER TABLE "assessment_reconciliations" DROP COLUMN "duty_waiver_id"`);
    await runner.query(`ALTER TABLE "obligations" DROP COLUMN "duty_waiver_id"`);
    await runner.query(`ALTER TABLE "use_decisions" DROP COLUMN "duty_waiver_id"`);
    await runner.query(`DROP INDEX "public"."ix_duty_waivers_until"`);
    await runner.query(`DROP INDEX "public"."ix_duty_waivers_person"`);
    await runner.query(`DROP TABLE "duty_waivers"`);
    await runner.query(
      `ALTER TABLE "report_reviews" ADD CONSTRAINT "ck_report_reviews_separation" CHECK ((reviewed_by <> entered_by))`,
    );
    await runner.query(
      `ALTER TABLE "corrective_actions" ADD CONSTRAINT "ck_corrective_actions_separation" CHECK (((verified_by <> implemented_by) AND (verified_by <> recorded_by)))`,
    );
    await runner.query(
      `ALTER TABLE "policy_exceptions" ADD CONSTRAINT "ck_policy_exceptions_separation" CHECK ((decided_by <> requested_by))`,
    );
    await runner.query(
      `ALTER TABLE "contract_clauses" ADD CONSTRAINT "ck_contract_clauses_separation" CHECK ((confirmed_by <> decided_by))`,
    );
    await runner.query(
      `ALTER TABLE "audits" ADD CONSTRAINT "ck_audits_independence" CHECK ((concluded_by <> drafted_by))`,
    );
    await runner.query(
      `ALTER TABLE "selections" ADD CONSTRAINT "ck_selections_separation" CHECK (((decided_by <> submitted_by) AND (duties_joined OR (decided_by <> ALL (reviewed_by)))))`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reviews" ADD CONSTRAINT "ck_assessment_reviews_separation" CHECK ((duties_joined OR (reviewed_by <> submitted_by)))`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reconciliations" ADD CONSTRAINT "ck_assessment_reconciliations_separation" CHECK (((decided_by <> submitted_by) AND (decided_by <> ALL (reviewed_by))))`,
    );
    await runner.query(
      `ALTER TABLE "use_decisions" ADD CONSTRAINT "ck_use_decisions_separation" CHECK (((decided_by <> applicant_id) AND (decided_by <> author_id)))`,
    );
  }
}
