import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NameThePostOfAnAct1795287311429 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "trust_judgements" ADD "judged_in" uuid`);
    await runner.query(`ALTER TABLE "use_application_submissions" ADD "submitted_in" uuid`);
    await runner.query(`ALTER TABLE "duty_waivers" ADD "permitted_in" uuid`);
    await runner.query(`ALTER TABLE "use_decisions" ADD "recorded_in" uuid`);
    await runner.query(`ALTER TABLE "engagement_records" ADD "recorded_in" uuid`);
    await runner.query(`ALTER TABLE "assessment_reconciliations" ADD "decided_in" uuid`);
    await runner.query(`ALTER TABLE "assessment_reviews" ADD "reviewed_in" uuid`);
    await runner.query(`ALTER TABLE "selections" ADD "recorded_in" uuid`);
    await runner.query(`ALTER TABLE "audits" ADD "concluded_in" uuid`);
    await runner.query(`ALTER TABLE "contract_clauses" ADD "confirmed_in" uuid`);
    await runner.query(`ALTER TABLE "contracts" ADD "signature_recorded_in" uuid`);
    await runner.query(`ALTER TABLE "information_provisions" ADD "permitted_in" uuid`);
    await runner.query(`ALTER TABLE "specifications" ADD "confirmed_in" uuid`);
    await runner.query(`ALTER TABLE "policy_exceptions" ADD "decided_in" uuid`);
    await runner.query(`ALTER TABLE "report_reviews" ADD "reviewed_in" uuid`);
    await runner.query(
      `ALTER TABLE "trust_judgements" ADD CONSTRAINT "fk_trust_judgements_judged_in" FOREIGN KEY ("organization_id", "judged_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "use_application_submissions" ADD CONSTRAINT "fk_use_application_submissions_submitted_in" FOREIGN KEY ("organization_id", "submitted_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "duty_waivers" ADD CONSTRAINT "fk_duty_waivers_permitted_in" FOREIGN KEY ("organization_id", "permitted_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "use_decisions" ADD CONSTRAINT "fk_use_decisions_recorded_in" FOREIGN KEY ("organization_id", "recorded_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "engagement_records" ADD CONSTRAINT "fk_engagement_records_recorded_in" FOREIGN KEY ("organization_id", "recorded_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reconciliations" ADD CONSTRAINT "fk_assessment_reconciliations_decided_in" FOREIGN KEY ("organization_id", "decided_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reviews" ADD CONSTRAINT "fk_assessment_reviews_reviewed_in" FOREIGN KEY ("organization_id", "reviewed_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "selections" ADD CONSTRAINT "fk_selections_recorded_in" FOREIGN KEY ("organization_id", "recorded_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "audits" ADD CONSTRAINT "fk_audits_concluded_in" FOREIGN KEY ("organization_id", "concluded_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "contract_clauses" ADD CONSTRAINT "fk_contract_clauses_confirmed_in" FOREIGN KEY ("organization_id", "confirmed_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "contracts" ADD CONSTRAINT "fk_contracts_signature_recorded_in" FOREIGN KEY ("organization_id", "signature_recorded_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "information_provisions" ADD CONSTRAINT "fk_information_provisions_permitted_in" FOREIGN KEY ("organization_id", "permitted_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "specifications" ADD CONSTRAINT "fk_specifications_confirmed_in" FOREIGN KEY ("organization_id", "confirmed_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "policy_exceptions" ADD CONSTRAINT "fk_policy_exceptions_decided_in" FOREIGN KEY ("organization_id", "decided_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "report_reviews" ADD CONSTRAINT "fk_report_reviews_reviewed_in" FOREIGN KEY ("organization_id", "reviewed_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_duty_waivers_post"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'sd_duty_waivers_post', MESSAGE = 'sd_duty_waivers_post: what was written stands';
END
$guard$`);
    await runner.query(
      `CREATE TRIGGER "sd_duty_waivers_post" BEFORE UPDATE ON "duty_waivers" FOR EACH ROW WHEN (ROW(NEW.permitted_in) IS DISTINCT FROM ROW(OLD.permitted_in)) EXECUTE FUNCTION "sd_duty_waivers_post"()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION "sd_duty_waivers_post" CASCADE`);
    await runner.query(
      `ALTER TABLE "report_reviews" DROP CONSTRAINT "fk_report_reviews_reviewed_in"`,
    );
    await runner.query(
      `ALTER TABLE "policy_exceptions" DROP CONSTRAINT "fk_policy_exceptions_decided_in"`,
    );
    await runner.query(
      `ALTER TABLE "specifications" DROP CONSTRAINT "fk_specifications_confirmed_in"`,
    );
    await runner.query(
      `ALTER TABLE "information_provisions" DROP CONSTRAINT "fk_information_provisions_permitted_in"`,
    );
    await runner.query(
      `ALTER TABLE "contracts" DROP CONSTRAINT "fk_contracts_signature_recorded_in"`,
    );
    await runner.query(
      `ALTER TABLE "contract_clauses" DROP CONSTRAINT "fk_contract_clauses_confirmed_in"`,
    );
    await runner.query(`ALTER TABLE "audits" DROP CONSTRAINT "fk_audits_concluded_in"`);
    await runner.query(`ALTER TABLE "selections" DROP CONSTRAINT "fk_selections_recorded_in"`);
    await runner.query(
      `ALTER TABLE "assessment_reviews" DROP CONSTRAINT "fk_assessment_reviews_reviewed_in"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_reconciliations" DROP CONSTRAINT "fk_assessment_reconciliations_decided_in"`,
    );
    await runner.query(
      `ALTER TABLE "engagement_records" DROP CONSTRAINT "fk_engagement_records_recorded_in"`,
    );
    await runner.query(
      `ALTER TABLE "use_decisions" DROP CONSTRAINT "fk_use_decisions_recorded_in"`,
    );
    await runner.query(`ALTER TABLE "duty_waivers" DROP CONSTRAINT "fk_duty_waivers_permitted_in"`);
    await runner.query(
      `ALTER TABLE "use_application_submissions" DROP CONSTRAINT "fk_use_application_submissions_submitted_in"`,
    );
    await runner.query(
      `ALTER TABLE "trust_judgements" DROP CONSTRAINT "fk_trust_judgements_judged_in"`,
    );
    await runner.query(`ALTER TABLE "report_reviews" DROP COLUMN "reviewed_in"`);
    await runner.query(`ALTER TABLE "policy_exceptions" DROP COLUMN "decided_in"`);
    await runner.query(`ALTER TABLE "specifications" DROP COLUMN "confirmed_in"`);
    await runner.query(`ALTER TABLE "information_provisions" DROP COLUMN "permitted_in"`);
    await runner.query(`ALTER TABLE "contracts" DROP COLUMN "signature_recorded_in"`);
    await runner.query(`ALTER TABLE "contract_clauses" DROP COLUMN "confirmed_in"`);
    await runner.query(`ALTER TABLE "audits" DROP COLUMN "concluded_in"`);
    await runner.query(`ALTER TABLE "selections" DROP COLUMN "recorded_in"`);
    await runner.query(`ALTER TABLE "assessment_reviews" DROP COLUMN "reviewed_in"`);
    await runner.query(`ALTER TABLE "assessment_reconciliations" DROP COLUMN "decided_in"`);
    await runner.query(`ALTER TABLE "engagement_records" DROP COLUMN "recorded_in"`);
    await runner.query(`ALTER TABLE "use_decisions" DROP COLUMN "recorded_in"`);
    await runner.query(`ALTER TABLE "duty_waivers" DROP COLUMN "permitted_in"`);
    await runner.query(`ALTER TABLE "use_application_submissions" DROP COLUMN "submitted_in"`);
    await runner.query(`ALTER TABLE "trust_judgements" DROP COLUMN "judged_in"`);
  }
}
