import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SeekVendorsAmongCandidates1795292486084 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "late_answer_permissions" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "assessment_id" uuid NOT NULL, "round" integer NOT NULL, "due_on" date NOT NULL, "reason" text NOT NULL, "permitted_by" uuid NOT NULL, "permitted_in" uuid, "permitted_on" date NOT NULL, CONSTRAINT "pk_late_answer_permissions" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE TABLE "selection_procedures" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "version" integer NOT NULL, "engagement_id" uuid NOT NULL, "method" text NOT NULL, "is_light" boolean NOT NULL, "reason" text, "estimated_amount" numeric(15,0), "contract_sort" text, "policy_version_id" uuid NOT NULL, "criteria" jsonb NOT NULL, "checklist_hash" text NOT NULL, "reviewers_required" integer NOT NULL, "score_suitable" text NOT NULL, "score_conditional" text NOT NULL, "tolerated_difference" text NOT NULL, "opened_by" uuid NOT NULL, "opened_in" uuid, "opened_on" date NOT NULL, "closes_on" date NOT NULL, "closed_on" date, "cancelled_on" date, "cancelled_reason" text, CONSTRAINT "ck_selection_procedures_cancelled" CHECK ((cancelled_on IS NULL) = (cancelled_reason IS NULL)), CONSTRAINT "ck_selection_procedures_amount" CHECK (estimated_amount >= 0), CONSTRAINT "ck_selection_procedures_light" CHECK (NOT is_light OR method = 'negotiated'), CONSTRAINT "ck_selection_procedures_method" CHECK (method IN ('tender', 'comprehensive-evaluation', 'proposal', 'negotiated')), CONSTRAINT "pk_selection_procedures" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_selection_procedures_engagement" ON "selection_procedures"  ("organization_id", "engagement_id", "id")`,
    );
    await runner.query(`ALTER TABLE "organizations" ADD "small_contract_limits" jsonb`);
    await runner.query(`ALTER TABLE "assessments" ADD "procedure_id" uuid`);
    await runner.query(`ALTER TABLE "assessments" ADD "method" text NOT NULL DEFAULT 'negotiated'`);
    await runner.query(
      `ALTER TABLE "assessments" ADD "tolerated_difference" text NOT NULL DEFAULT '0'`,
    );
    await runner.query(
      `CREATE INDEX "ix_assessments_procedure" ON "assessments"  ("organization_id", "procedure_id", "id")`,
    );
    // Until now every value was one that all agreed on; a score follows from 'no' and 'unknown' alike.
    await runner.query(
      `UPDATE assessment_outcomes SET contributions = (
         SELECT coalesce(jsonb_agg(c.value || jsonb_build_object('marks', jsonb_build_array(
             CASE c.value ->> 'value' WHEN '1' THEN 'yes' WHEN '0.5' THEN 'partial' WHEN '0' THEN 'no' ELSE 'na' END)) ORDER BY c.at), '[]')
         FROM jsonb_array_elements(contributions) WITH ORDINALITY AS c (value, at))`,
    );
    await runner.query(
      `ALTER TABLE "assessments" ADD CONSTRAINT "fk_assessments_procedure" FOREIGN KEY ("organization_id", "procedure_id") REFERENCES "selection_procedures"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "late_answer_permissions" ADD CONSTRAINT "fk_late_answer_permissions_permitted_in" FOREIGN KEY ("organization_id", "permitted_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "late_answer_permissions" ADD CONSTRAINT "fk_late_answer_permissions_person" FOREIGN KEY ("organization_id", "permitted_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "late_answer_permissions" ADD CONSTRAINT "fk_late_answer_permissions_round" FOREIGN KEY ("organization_id", "assessment_id", "round") REFERENCES "assessment_rounds"("organization_id","assessment_id","round") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "selection_procedures" ADD CONSTRAINT "fk_selection_procedures_opened_in" FOREIGN KEY ("organization_id", "opened_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "selection_procedures" ADD CONSTRAINT "fk_selection_procedures_policy_version" FOREIGN KEY ("policy_version_id") REFERENCES "policy_versions"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "selection_procedures" ADD CONSTRAINT "fk_selection_procedures_opener" FOREIGN KEY ("organization_id", "opened_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "selection_procedures" ADD CONSTRAINT "fk_selection_procedures_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "late_answer_permissions" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "late_answer_permissions" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "late_answer_permissions" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "late_answer_permissions" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "selection_procedures" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "selection_procedures" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "selection_procedures" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "selection_procedures" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "selection_procedures" DROP CONSTRAINT "fk_selection_procedures_engagement"`,
    );
    await runner.query(
      `ALTER TABLE "selection_procedures" DROP CONSTRAINT "fk_selection_procedures_opener"`,
    );
    await runner.query(
      `ALTER TABLE "selection_procedures" DROP CONSTRAINT "fk_selection_procedures_policy_version"`,
    );
    await runner.query(
      `ALTER TABLE "selection_procedures" DROP CONSTRAINT "fk_selection_procedures_opened_in"`,
    );
    await runner.query(
      `ALTER TABLE "late_answer_permissions" DROP CONSTRAINT "fk_late_answer_permissions_round"`,
    );
    await runner.query(
      `ALTER TABLE "late_answer_permissions" DROP CONSTRAINT "fk_late_answer_permissions_person"`,
    );
    await runner.query(
      `ALTER TABLE "late_answer_permissions" DROP CONSTRAINT "fk_late_answer_permissions_permitted_in"`,
    );
    await runner.query(
      `UPDATE assessment_outcomes SET contributions = (
         SELECT coalesce(jsonb_agg(c.value - 'marks' ORDER BY c.at), '[]')
         FROM jsonb_array_elements(contributions) WITH ORDINALITY AS c (value, at))`,
    );
    await runner.query(`ALTER TABLE "assessments" DROP CONSTRAINT "fk_assessments_procedure"`);
    await runner.query(`DROP INDEX "public"."ix_assessments_procedure"`);
    await runner.query(`ALTER TABLE "assessments" DROP COLUMN "tolerated_difference"`);
    await runner.query(`ALTER TABLE "assessments" DROP COLUMN "method"`);
    await runner.query(`ALTER TABLE "assessments" DROP COLUMN "procedure_id"`);
    await runner.query(`ALTER TABLE "organizations" DROP COLUMN "small_contract_limits"`);
    await runner.query(`DROP INDEX "public"."ix_selection_procedures_engagement"`);
    await runner.query(`DROP TABLE "selection_procedures"`);
    await runner.query(`DROP TABLE "late_answer_permissions"`);
  }
}
