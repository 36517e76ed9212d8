import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepQuestionsOfCandidates1795295554567 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "clarifications" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "procedure_id" uuid NOT NULL, "kind" text NOT NULL, "assessment_id" uuid, "criterion_id" text, "visible_to" text NOT NULL, "text" text NOT NULL, "asked_by" uuid NOT NULL, "asked_on" date NOT NULL, "answer" text, "answered_by" uuid, "answered_on" date, CONSTRAINT "ck_clarifications_answer" CHECK (num_nulls(answer, answered_by, answered_on) IN (0, 3) AND (kind <> 'notice' OR answer IS NULL)), CONSTRAINT "ck_clarifications_candidate" CHECK ((kind = 'notice') = (assessment_id IS NULL)), CONSTRAINT "ck_clarifications_kind" CHECK (kind IN ('question', 'request', 'notice')), CONSTRAINT "pk_clarifications" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_clarifications_procedure" ON "clarifications"  ("organization_id", "procedure_id", "id")`,
    );
    await runner.query(
      `ALTER TABLE "clarifications" ADD CONSTRAINT "fk_clarifications_answerer" FOREIGN KEY ("organization_id", "answered_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "clarifications" ADD CONSTRAINT "fk_clarifications_asker" FOREIGN KEY ("organization_id", "asked_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "clarifications" ADD CONSTRAINT "fk_clarifications_assessment" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "clarifications" ADD CONSTRAINT "fk_clarifications_procedure" FOREIGN KEY ("organization_id", "procedure_id") REFERENCES "selection_procedures"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "clarifications" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "clarifications" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "clarifications" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "clarifications" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "clarifications" DROP CONSTRAINT "fk_clarifications_procedure"`,
    );
    await runner.query(
      `ALTER TABLE "clarifications" DROP CONSTRAINT "fk_clarifications_assessment"`,
    );
    await runner.query(`ALTER TABLE "clarifications" DROP CONSTRAINT "fk_clarifications_asker"`);
    await runner.query(`ALTER TABLE "clarifications" DROP CONSTRAINT "fk_clarifications_answerer"`);
    await runner.query(`DROP INDEX "public"."ix_clarifications_procedure"`);
    await runner.query(`DROP TABLE "clarifications"`);
  }
}
