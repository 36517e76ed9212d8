import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EndReusedSessions1795263173235 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "spent_refresh_tokens" ("organization_id" uuid NOT NULL, "token_hash" text NOT NULL, "session_id" uuid NOT NULL, "spent_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_spent_refresh_tokens" PRIMARY KEY ("organization_id", "token_hash"))`,
    );
    await runner.query(
      `ALTER TABLE "spent_refresh_tokens" ADD CONSTRAINT "fk_spent_refresh_tokens_session" FOREIGN KEY ("organization_id", "session_id") REFERENCES "sessions"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "spent_refresh_tokens" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "spent_refresh_tokens" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "spent_refresh_tokens" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "spent_refresh_tokens" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "spent_refresh_tokens" DROP CONSTRAINT "fk_spent_refresh_tokens_session"`,
    );
    await runner.query(`DROP TABLE "spent_refresh_tokens"`);
  }
}
