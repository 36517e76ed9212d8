import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddSecondFactors1795270081376 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "second_factors" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "person_id" uuid NOT NULL, "kind" text NOT NULL, "label" text NOT NULL, "sealed_secret" text, "last_step" integer, "challenge" text, "credential_id" text, "public_key" text, "counter" bigint, "transports" text array, "registered_at" TIMESTAMP WITH TIME ZONE NOT NULL, "confirmed_at" TIMESTAMP WITH TIME ZONE, "last_used_at" TIMESTAMP WITH TIME ZONE, "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_second_factors_credential" UNIQUE ("organization_id", "credential_id"), CONSTRAINT "ck_second_factors_key" CHECK (kind = 'totp' OR confirmed_at IS NULL OR (credential_id IS NOT NULL AND public_key IS NOT NULL AND counter IS NOT NULL)), CONSTRAINT "ck_second_factors_secret" CHECK ((sealed_secret IS NOT NULL) = (kind = 'totp' AND ended_at IS NULL)), CONSTRAINT "ck_second_factors_kind" CHECK (kind IN ('totp', 'webauthn')), CONSTRAINT "pk_second_factors" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_second_factors_person" ON "second_factors"  ("organization_id", "person_id") WHERE ended_at IS NULL`,
    );
    await runner.query(
      `CREATE TABLE "sign_in_tickets" ("organization_id" uuid NOT NULL, "token_hash" text NOT NULL, "person_id" uuid NOT NULL, "challenge" text NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_sign_in_tickets" PRIMARY KEY ("organization_id", "token_hash"))`,
    );
    await runner.query(`ALTER TABLE "sessions" ADD "second_factor" text`);
    await runner.query(
      `ALTER TABLE "sessions" ADD CONSTRAINT "ck_sessions_second_factor" CHECK (second_factor IN ('totp', 'webauthn', 'identity-provider'))`,
    );
    await runner.query(
      `ALTER TABLE "second_factors" ADD CONSTRAINT "fk_second_factors_person" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "sign_in_tickets" ADD CONSTRAINT "fk_sign_in_tickets_person" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON "second_factors" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "second_factors" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "second_factors" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "second_factors" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON "sign_in_tickets" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "sign_in_tickets" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "sign_in_tickets" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "sign_in_tickets" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "sign_in_tickets" DROP CONSTRAINT "fk_sign_in_tickets_person"`);
    await runner.query(`ALTER TABLE "second_factors" DROP CONSTRAINT "fk_second_factors_person"`);
    await runner.query(`ALTER TABLE "sessions" DROP CONSTRAINT "ck_sessions_second_factor"`);
    await runner.query(`ALTER TABLE "sessions" DROP COLUMN "second_factor"`);
    await runner.query(`DROP TABLE "sign_in_tickets"`);
    await runner.query(`DROP INDEX "public"."ix_second_factors_person"`);
    await runner.query(`DROP TABLE "second_factors"`);
  }
}
