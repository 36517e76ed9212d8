import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepAnswersOfFirms1795304562069 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "library_answers" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "version" integer NOT NULL, "criterion_id" text NOT NULL, "question_hash" text NOT NULL, "topic" jsonb NOT NULL, "question" jsonb NOT NULL, "answer" text NOT NULL, "reason" text, "evidence" jsonb NOT NULL, "valid_until" date, "answered_on" date NOT NULL, CONSTRAINT "ck_library_answers_reason" CHECK (answer NOT IN ('na', 'partial') OR reason IS NOT NULL), CONSTRAINT "ck_library_answers_answer" CHECK (answer IN ('yes', 'partial', 'no', 'na', 'unknown')), CONSTRAINT "pk_library_answers" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_library_answers_question" ON "library_answers"  ("organization_id", "criterion_id", "question_hash")`,
    );
    await runner.query(`ALTER TABLE "answer_drafts" ADD "prefilled_from" date`);
    await runner.query(
      `ALTER TABLE "library_answers" ADD CONSTRAINT "fk_library_answers_firm" FOREIGN KEY ("organization_id") REFERENCES "firms"("organization_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON "library_answers" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "library_answers" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "library_answers" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "library_answers" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "library_answers" DROP CONSTRAINT "fk_library_answers_firm"`);
    await runner.query(`ALTER TABLE "answer_drafts" DROP COLUMN "prefilled_from"`);
    await runner.query(`DROP INDEX "public"."uq_library_answers_question"`);
    await runner.query(`DROP TABLE "library_answers"`);
  }
}
