import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TakeBackNotApplicable1795295868179 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "obligations" ADD "not_applicable_in" uuid`);
    await runner.query(`ALTER TABLE "obligations" ADD "taken_back_on" date`);
    await runner.query(`ALTER TABLE "obligations" ADD "taken_back_reason" text`);
    await runner.query(`ALTER TABLE "obligations" ADD "taken_back_by" uuid`);
    await runner.query(`ALTER TABLE "obligations" ADD "taken_back_in" uuid`);
    await runner.query(
      `ALTER TABLE "obligations" ADD CONSTRAINT "ck_obligations_taken_back" CHECK ((taken_back_on IS NULL) = (taken_back_by IS NULL) AND (taken_back_on IS NULL) = (taken_back_reason IS NULL))`,
    );
    await runner.query(
      `ALTER TABLE "obligations" ADD CONSTRAINT "fk_obligations_taken_back_in" FOREIGN KEY ("organization_id", "taken_back_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "obligations" ADD CONSTRAINT "fk_obligations_not_applicable_in" FOREIGN KEY ("organization_id", "not_applicable_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "obligations" ADD CONSTRAINT "fk_obligations_taker_back" FOREIGN KEY ("organization_id", "taken_back_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "obligations" ADD CONSTRAINT "fk_obligations_decider" FOREIGN KEY ("organization_id", "not_applicable_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_selections"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF ROW(NEW.decided_by, NEW.recorded_by, NEW.submitted_by, NEW.decided_on, NEW.engagement_id, NEW.reviewed_by, NEW.organization_id, NEW.outcome_id, NEW.duty_waiver_id, NEW.duties_joined) IS NOT DISTINCT FROM ROW(OLD.decided_by, OLD.recorded_by, OLD.submitted_by, OLD.decided_on, OLD.engagement_id, OLD.reviewed_by, OLD.organization_id, OLD.outcome_id, OLD.duty_waiver_id, OLD.duties_joined) THEN RETURN NEW; END IF;
  END IF;
  IF NEW.duties_joined AND NOT EXISTS (SELECT FROM organization_settings s
      WHERE s.organization_id = NEW.organization_id AND s.setting_id = 'separate-reviewer-and-approver'
        AND s.value = 'false' AND s.reason IS NOT NULL) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'sd_selections', MESSAGE = 'sd_selections: the body has not joined these duties';
  END IF;
  PERFORM sd_keep_apart('sd_selections', 'score-approve', NEW.organization_id, ARRAY[NEW.decided_by, NEW.recorded_by], ARRAY[NEW.submitted_by] || CASE WHEN NEW.duties_joined THEN '{}' ELSE NEW.reviewed_by || ARRAY(SELECT r.reviewed_by FROM assessment_outcomes o
    JOIN assessment_reviews r ON r.organization_id = o.organization_id AND r.assessment_id = o.assessment_id AND r.round = o.round
    WHERE o.organization_id = NEW.organization_id AND o.id = NEW.outcome_id) END,
    NEW.duty_waiver_id, NEW.engagement_id, NEW.decided_on);
  RETURN NEW;
END
$guard$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "obligations" DROP CONSTRAINT "fk_obligations_decider"`);
    await runner.query(`ALTER TABLE "obligations" DROP CONSTRAINT "fk_obligations_taker_back"`);
    await runner.query(
      `ALTER TABLE "obligations" DROP CONSTRAINT "fk_obligations_not_applicable_in"`,
    );
    await runner.query(`ALTER TABLE "obligations" DROP CONSTRAINT "fk_obligations_taken_back_in"`);
    await runner.query(`ALTER TABLE "obligations" DROP CONSTRAINT "ck_obligations_taken_back"`);
    await runner.query(`ALTER TABLE "obligations" DROP COLUMN "taken_back_in"`);
    await runner.query(`ALTER TABLE "obligations" DROP COLUMN "taken_back_by"`);
    await runner.query(`ALTER TABLE "obligations" DROP COLUMN "taken_back_reason"`);
    await runner.query(`ALTER TABLE "obligations" DROP COLUMN "taken_back_on"`);
    await runner.query(`ALTER TABLE "obligations" DROP COLUMN "not_applicable_in"`);
  }
}
