import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReadReviewsAndSubmissionsOfSelections1795298287637 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
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
    WHERE o.organization_id = NEW.organization_id AND o.id = NEW.outcome_id) || CASE WHEN NEW.duties_joined THEN '{}' ELSE NEW.reviewed_by || ARRAY(SELECT r.reviewed_by FROM assessment_outcomes o
    JOIN assessment_reviews r ON r.organization_id = o.organization_id AND r.assessment_id = o.assessment_id AND r.round = o.round
    WHERE o.organization_id = NEW.organization_id AND o.id = NEW.outcome_id) END,
    NEW.duty_waiver_id, NEW.engagement_id, NEW.decided_on);
  RETURN NEW;
END
$guard$`);
  }

  /** What the function was before held fewer apart; there is nothing to go back to. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
