import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepIssuersApartAndContentForGood1795306301540 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_keep_apart"(refusal text, act_rule text, owner uuid, actors uuid[], earlier uuid[], waiver uuid, engagement uuid, acted_on date) RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
DECLARE
  -- For another system stands whoever issued a token to it, and could use it.
  hands uuid[] := earlier || ARRAY(SELECT t.issued_by FROM api_tokens t
    WHERE t.organization_id = owner AND t.system_id = ANY (earlier));
  joined uuid[] := ARRAY(SELECT DISTINCT a FROM unnest(actors) a WHERE a = ANY (hands));
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
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_answer_links"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'sd_answer_links', MESSAGE = 'sd_answer_links: what was written stands';
END
$guard$`);
    await runner.query(
      `CREATE TRIGGER "sd_answer_links" BEFORE UPDATE ON "answer_links" FOR EACH ROW WHEN (ROW(NEW.assessment_id, NEW.issued_by) IS DISTINCT FROM ROW(OLD.assessment_id, OLD.issued_by)) EXECUTE FUNCTION "sd_answer_links"()`,
    );
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_assessment_outcomes"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'sd_assessment_outcomes', MESSAGE = 'sd_assessment_outcomes: what is kept stands';
END
$guard$`);
    await runner.query(
      `CREATE TRIGGER "sd_assessment_outcomes" BEFORE UPDATE ON "assessment_outcomes" FOR EACH ROW WHEN (true AND to_jsonb(NEW) - '{outdated_on,superseded_on}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{outdated_on,superseded_on}'::text[]) EXECUTE FUNCTION "sd_assessment_outcomes"()`,
    );
    await runner.query(
      `CREATE TRIGGER "sd_assessment_outcomes_delete" BEFORE DELETE ON "assessment_outcomes" FOR EACH ROW WHEN (true) EXECUTE FUNCTION "sd_assessment_outcomes"()`,
    );
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_assessment_reconciliations"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF ROW(NEW.decided_by, NEW.submitted_by, NEW.organization_id, NEW.assessment_id, NEW.round, NEW.reviewed_by, NEW.decided_on, NEW.duty_waiver_id) IS NOT DISTINCT FROM ROW(OLD.decided_by, OLD.submitted_by, OLD.organization_id, OLD.assessment_id, OLD.round, OLD.reviewed_by, OLD.decided_on, OLD.duty_waiver_id) THEN RETURN NEW; END IF;
  END IF;
  
  PERFORM sd_keep_apart('sd_assessment_reconciliations', 'score-approve', NEW.organization_id, ARRAY[NEW.decided_by], NEW.submitted_by || ARRAY(SELECT s.submitted_by FROM assessment_submissions s
    WHERE s.organization_id = NEW.organization_id AND s.assessment_id = NEW.assessment_id AND s.round = NEW.round) || ARRAY(SELECT a.entered_by FROM assessment_answers a
    WHERE a.organization_id = NEW.organization_id AND a.assessment_id = NEW.assessment_id AND a.round = NEW.round) || ARRAY(SELECT DISTINCT l.issued_by FROM answer_links l
    WHERE l.organization_id = NEW.organization_id AND l.assessment_id = NEW.assessment_id
      AND (EXISTS (SELECT FROM assessment_submissions g WHERE g.organization_id = NEW.organization_id AND g.assessment_id = NEW.assessment_id
      AND g.round = NEW.round AND g.given_by ->> 'kind' = 'link') OR EXISTS (SELECT FROM assessment_answers g WHERE g.organization_id = NEW.organization_id AND g.assessment_id = NEW.assessment_id
      AND g.round = NEW.round AND g.given_by ->> 'kind' = 'link'))) || NEW.reviewed_by || ARRAY(SELECT r.reviewed_by FROM assessment_reviews r
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
    WHERE a.organization_id = NEW.organization_id AND a.assessment_id = NEW.assessment_id AND a.round = NEW.round) || ARRAY(SELECT DISTINCT l.issued_by FROM answer_links l
    WHERE l.organization_id = NEW.organization_id AND l.assessment_id = NEW.assessment_id
      AND (EXISTS (SELECT FROM assessment_submissions g WHERE g.organization_id = NEW.organization_id AND g.assessment_id = NEW.assessment_id
      AND g.round = NEW.round AND g.given_by ->> 'kind' = 'link') OR EXISTS (SELECT FROM assessment_answers g WHERE g.organization_id = NEW.organization_id AND g.assessment_id = NEW.assessment_id
      AND g.round = NEW.round AND g.given_by ->> 'kind' = 'link'))) END,
    NEW.duty_waiver_id, (SELECT a.engagement_id FROM assessments a
    WHERE a.organization_id = NEW.organization_id AND a.id = NEW.assessment_id), NEW.reviewed_on);
  RETURN NEW;
END
$guard$`);
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_comparisons"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'sd_comparisons', MESSAGE = 'sd_comparisons: what is kept stands';
END
$guard$`);
    await runner.query(
      `CREATE TRIGGER "sd_comparisons" BEFORE UPDATE ON "comparisons" FOR EACH ROW WHEN (true AND to_jsonb(NEW) - '{}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{}'::text[]) EXECUTE FUNCTION "sd_comparisons"()`,
    );
    await runner.query(
      `CREATE TRIGGER "sd_comparisons_delete" BEFORE DELETE ON "comparisons" FOR EACH ROW WHEN (true) EXECUTE FUNCTION "sd_comparisons"()`,
    );
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_selections"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF ROW(NEW.decided_by, NEW.recorded_by, NEW.submitted_by, NEW.organization_id, NEW.outcome_id, NEW.assessment_id, NEW.decided_on, NEW.engagement_id, NEW.reviewed_by, NEW.duty_waiver_id, NEW.duties_joined) IS NOT DISTINCT FROM ROW(OLD.decided_by, OLD.recorded_by, OLD.submitted_by, OLD.organization_id, OLD.outcome_id, OLD.assessment_id, OLD.decided_on, OLD.engagement_id, OLD.reviewed_by, OLD.duty_waiver_id, OLD.duties_joined) THEN RETURN NEW; END IF;
  END IF;
  IF NEW.duties_joined AND NOT EXISTS (SELECT FROM organization_settings s
      WHERE s.organization_id = NEW.organization_id AND s.setting_id = 'separate-reviewer-and-approver'
        AND s.value = 'false' AND s.reason IS NOT NULL) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'sd_selections', MESSAGE = 'sd_selections: the body has not joined these duties';
  END IF;
  PERFORM sd_keep_apart('sd_selections', 'score-approve', NEW.organization_id, ARRAY[NEW.decided_by, NEW.recorded_by], NEW.submitted_by || ARRAY(SELECT o.submitted_by FROM assessment_outcomes o
    WHERE o.organization_id = NEW.organization_id AND o.id = NEW.outcome_id) || ARRAY(SELECT DISTINCT l.issued_by FROM answer_links l
    WHERE l.organization_id = NEW.organization_id AND l.assessment_id = NEW.assessment_id
      AND (EXISTS (SELECT FROM assessment_submissions g WHERE g.organization_id = NEW.organization_id AND g.assessment_id = NEW.assessment_id
      AND g.round = (SELECT o.round FROM assessment_outcomes o
      WHERE o.organization_id = NEW.organization_id AND o.id = NEW.outcome_id) AND g.given_by ->> 'kind' = 'link') OR EXISTS (SELECT FROM assessment_answers g WHERE g.organization_id = NEW.organization_id AND g.assessment_id = NEW.assessment_id
      AND g.round = (SELECT o.round FROM assessment_outcomes o
      WHERE o.organization_id = NEW.organization_id AND o.id = NEW.outcome_id) AND g.given_by ->> 'kind' = 'link'))) || CASE WHEN NEW.duties_joined THEN '{}' ELSE NEW.reviewed_by || ARRAY(SELECT r.reviewed_by FROM assessment_outcomes o
    JOIN assessment_reviews r ON r.organization_id = o.organization_id AND r.assessment_id = o.assessment_id AND r.round = o.round
    WHERE o.organization_id = NEW.organization_id AND o.id = NEW.outcome_id) END,
    NEW.duty_waiver_id, NEW.engagement_id, NEW.decided_on);
  RETURN NEW;
END
$guard$`);
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_api_tokens"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'sd_api_tokens', MESSAGE = 'sd_api_tokens: what was written stands';
END
$guard$`);
    await runner.query(
      `CREATE TRIGGER "sd_api_tokens" BEFORE UPDATE ON "api_tokens" FOR EACH ROW WHEN (ROW(NEW.system_id, NEW.issued_by) IS DISTINCT FROM ROW(OLD.system_id, OLD.issued_by)) EXECUTE FUNCTION "sd_api_tokens"()`,
    );
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_specifications"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'sd_specifications', MESSAGE = 'sd_specifications: what is kept stands';
END
$guard$`);
    await runner.query(
      `CREATE TRIGGER "sd_specifications" BEFORE UPDATE ON "specifications" FOR EACH ROW WHEN (OLD.status <> 'draft' AND to_jsonb(NEW) - '{version,status,superseded_on}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{version,status,superseded_on}'::text[]) EXECUTE FUNCTION "sd_specifications"()`,
    );
    await runner.query(
      `CREATE TRIGGER "sd_specifications_delete" BEFORE DELETE ON "specifications" FOR EACH ROW WHEN (OLD.status <> 'draft') EXECUTE FUNCTION "sd_specifications"()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION "sd_specifications" CASCADE`);
    await runner.query(`DROP FUNCTION "sd_api_tokens" CASCADE`);
    await runner.query(`DROP FUNCTION "sd_comparisons" CASCADE`);
    await runner.query(`DROP FUNCTION "sd_assessment_outcomes" CASCADE`);
    await runner.query(`DROP FUNCTION "sd_answer_links" CASCADE`);
  }
}
