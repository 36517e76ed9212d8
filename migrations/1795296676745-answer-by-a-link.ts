import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AnswerByALink1795296676745 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "answer_links" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "assessment_id" uuid NOT NULL, "token_hash" text NOT NULL, "name" text NOT NULL, "email" text NOT NULL, "issued_by" uuid NOT NULL, "issued_at" TIMESTAMP WITH TIME ZONE NOT NULL, "superseded_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_answer_links" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_answer_links_open" ON "answer_links"  ("organization_id", "assessment_id") WHERE superseded_at IS NULL`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_answer_links_token" ON "answer_links"  ("organization_id", "token_hash")`,
    );
    await runner.query(
      `ALTER TABLE "answer_links" ADD CONSTRAINT "fk_answer_links_issuer" FOREIGN KEY ("organization_id", "issued_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "answer_links" ADD CONSTRAINT "fk_answer_links_assessment" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "answer_links" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "answer_links" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "answer_links" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "answer_links" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "answer_links" DROP CONSTRAINT "fk_answer_links_assessment"`);
    await runner.query(`ALTER TABLE "answer_links" DROP CONSTRAINT "fk_answer_links_issuer"`);
    await runner.query(`DROP INDEX "public"."uq_answer_links_token"`);
    await runner.query(`DROP INDEX "public"."uq_answer_links_open"`);
    await runner.query(`DROP TABLE "answer_links"`);
  }
}
