import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepTrailsForAWhile1795282198407 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "organizations" ADD "trail_retention_years" integer`);
    await runner.query(
      `CREATE INDEX "ix_spent_refresh_tokens_session" ON "spent_refresh_tokens"  ("organization_id", "session_id")`,
    );
    await runner.query(
      `ALTER TABLE "organizations" ADD CONSTRAINT "ck_organizations_trail_retention" CHECK (trail_retention_years BETWEEN 1 AND 100)`,
    );
    await runner.query(`GRANT DELETE ON "sessions" TO mitodoke_app`);
    await runner.query(`GRANT UPDATE, DELETE ON "spent_refresh_tokens" TO mitodoke_app`);
    await runner.query(`GRANT DELETE ON "idempotency_keys" TO mitodoke_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`REVOKE DELETE ON "idempotency_keys" FROM mitodoke_app`);
    await runner.query(`REVOKE UPDATE, DELETE ON "spent_refresh_tokens" FROM mitodoke_app`);
    await runner.query(`REVOKE DELETE ON "sessions" FROM mitodoke_app`);
    await runner.query(
      `ALTER TABLE "organizations" DROP CONSTRAINT "ck_organizations_trail_retention"`,
    );
    await runner.query(`DROP INDEX "public"."ix_spent_refresh_tokens_session"`);
    await runner.query(`ALTER TABLE "organizations" DROP COLUMN "trail_retention_years"`);
  }
}
