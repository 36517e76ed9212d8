import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IssueTokensToSystems1795272621331 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "api_tokens" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "system_id" uuid NOT NULL, "token_hash" text NOT NULL, "scopes" text array NOT NULL, "issued_by" uuid NOT NULL, "issued_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_on" date NOT NULL, "last_used_at" TIMESTAMP WITH TIME ZONE, "revoked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_api_tokens" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_api_tokens_hash" ON "api_tokens"  ("organization_id", "token_hash")`,
    );
    await runner.query(`ALTER TABLE "people" ADD "kind" text NOT NULL DEFAULT 'human'`);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_people_system" ON "people"  ("organization_id", "name") WHERE kind = 'system' AND ended_on IS NULL`,
    );
    await runner.query(
      `ALTER TABLE "people" ADD CONSTRAINT "ck_people_kind" CHECK (kind IN ('human', 'system'))`,
    );
    await runner.query(
      `ALTER TABLE "api_tokens" ADD CONSTRAINT "fk_api_tokens_issued_by" FOREIGN KEY ("organization_id", "issued_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "api_tokens" ADD CONSTRAINT "fk_api_tokens_system" FOREIGN KEY ("organization_id", "system_id") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "api_tokens" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "api_tokens" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "api_tokens" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "api_tokens" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "api_tokens" DROP CONSTRAINT "fk_api_tokens_system"`);
    await runner.query(`ALTER TABLE "api_tokens" DROP CONSTRAINT "fk_api_tokens_issued_by"`);
    await runner.query(`ALTER TABLE "people" DROP CONSTRAINT "ck_people_kind"`);
    await runner.query(`DROP INDEX "public"."uq_people_system"`);
    await runner.query(`ALTER TABLE "people" DROP COLUMN "kind"`);
    await runner.query(`DROP INDEX "public"."uq_api_tokens_hash"`);
    await runner.query(`DROP TABLE "api_tokens"`);
  }
}
