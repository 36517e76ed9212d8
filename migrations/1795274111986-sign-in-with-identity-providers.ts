import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SignInWithIdentityProviders1795274111986 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "identity_providers" ("organization_id" uuid NOT NULL, "version" integer NOT NULL, "issuer" text NOT NULL, "client_id" text NOT NULL, "sealed_secret" text, "redirect_uris" text array NOT NULL, "second_factor_values" text array NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_identity_providers_secret" CHECK (ended_at IS NULL OR sealed_secret IS NULL), CONSTRAINT "pk_identity_providers" PRIMARY KEY ("organization_id"))`,
    );
    await runner.query(
      `CREATE TABLE "provider_accounts" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "person_id" uuid NOT NULL, "issuer" text NOT NULL, "subject" text NOT NULL, "bound_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_provider_accounts" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_provider_accounts_person" ON "provider_accounts"  ("organization_id", "person_id", "issuer") WHERE ended_at IS NULL`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_provider_accounts_subject" ON "provider_accounts"  ("organization_id", "issuer", "subject") WHERE ended_at IS NULL`,
    );
    await runner.query(
      `CREATE TABLE "provider_sign_ins" ("organization_id" uuid NOT NULL, "token_hash" text NOT NULL, "provider_version" integer NOT NULL, "redirect_uri" text NOT NULL, "sealed_checks" text NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_provider_sign_ins" PRIMARY KEY ("organization_id", "token_hash"))`,
    );
    await runner.query(
      `ALTER TABLE "provider_accounts" ADD CONSTRAINT "fk_provider_accounts_person" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "provider_sign_ins" ADD CONSTRAINT "fk_provider_sign_ins_provider" FOREIGN KEY ("organization_id") REFERENCES "identity_providers"("organization_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "identity_providers" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "identity_providers" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "identity_providers" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "identity_providers" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "provider_accounts" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "provider_accounts" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "provider_accounts" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "provider_accounts" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(
      `GRANT SELECT, INSERT, UPDATE, DELETE ON "provider_sign_ins" TO mitodoke_app`,
    );
    await runner.query(`ALTER TABLE "provider_sign_ins" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "provider_sign_ins" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "provider_sign_ins" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "provider_sign_ins" DROP CONSTRAINT "fk_provider_sign_ins_provider"`,
    );
    await runner.query(
      `ALTER TABLE "provider_accounts" DROP CONSTRAINT "fk_provider_accounts_person"`,
    );
    await runner.query(`DROP TABLE "provider_sign_ins"`);
    await runner.query(`DROP INDEX "public"."uq_provider_accounts_subject"`);
    await runner.query(`DROP INDEX "public"."uq_provider_accounts_person"`);
    await runner.query(`DROP TABLE "provider_accounts"`);
    await runner.query(`DROP TABLE "identity_providers"`);
  }
}
