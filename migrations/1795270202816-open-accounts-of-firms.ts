import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OpenAccountsOfFirms1795270202816 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "organizations" DROP CONSTRAINT "ck_organizations_type"`);
    await runner.query(
      `CREATE TABLE "firm_links" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "version" integer NOT NULL, "vendor_id" uuid NOT NULL, "firm_id" uuid NOT NULL, "organization_name" text NOT NULL, "firm_name" text NOT NULL, "status" text NOT NULL, "accepted_by" uuid NOT NULL, "accepted_by_name" text NOT NULL, "accepted_by_email" text NOT NULL, "accepted_at" TIMESTAMP WITH TIME ZONE NOT NULL, "agreed_by" uuid, "ended_at" TIMESTAMP WITH TIME ZONE, "ended_side" text, "end_reason" text, CONSTRAINT "ck_firm_links_agreed" CHECK (status <> 'active' OR agreed_by IS NOT NULL), CONSTRAINT "ck_firm_links_status" CHECK (status IN ('awaiting-body', 'active', 'ended')), CONSTRAINT "pk_firm_links" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(`CREATE INDEX "ix_firm_links_firm" ON "firm_links"  ("firm_id", "id")`);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_firm_links_firm" ON "firm_links"  ("organization_id", "firm_id") WHERE status <> 'ended'`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_firm_links_vendor" ON "firm_links"  ("organization_id", "vendor_id") WHERE status <> 'ended'`,
    );
    await runner.query(
      `CREATE TABLE "firm_numbers" ("corporate_number" text NOT NULL, "firm_id" uuid NOT NULL, CONSTRAINT "pk_firm_numbers" PRIMARY KEY ("corporate_number"))`,
    );
    await runner.query(
      `CREATE TABLE "firms" ("organization_id" uuid NOT NULL, "corporate_number" text, CONSTRAINT "ck_firms_corporate_number" CHECK (corporate_number ~ '^[1-9][0-9]{12}$'), CONSTRAINT "pk_firms" PRIMARY KEY ("organization_id"))`,
    );
    await runner.query(
      `CREATE TABLE "invitations" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "kind" text NOT NULL, "token_hash" text NOT NULL, "vendor_id" uuid, "role_id" text, "name" text NOT NULL, "email" text NOT NULL, "status" text NOT NULL, "sent_by" uuid NOT NULL, "sent_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "closed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_invitations_role" CHECK ((kind = 'colleague') = (role_id IS NOT NULL)), CONSTRAINT "ck_invitations_kind" CHECK ((kind = 'vendor') = (vendor_id IS NOT NULL)), CONSTRAINT "ck_invitations_status" CHECK (status IN ('open', 'accepted', 'superseded', 'withdrawn')), CONSTRAINT "pk_invitations" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_invitations_vendor" ON "invitations"  ("organization_id", "vendor_id", "id")`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_invitations_open_colleague" ON "invitations"  ("organization_id", "email") WHERE status = 'open' AND vendor_id IS NULL`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_invitations_open_vendor" ON "invitations"  ("organization_id", "vendor_id") WHERE status = 'open' AND vendor_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_invitations_token" ON "invitations"  ("organization_id", "token_hash")`,
    );
    await runner.query(
      `ALTER TABLE "organizations" ADD CONSTRAINT "ck_organizations_owner_type" CHECK (type IN ('town', 'village', 'city', 'prefecture', 'association', 'union', 'firm'))`,
    );
    await runner.query(
      `ALTER TABLE "firm_links" ADD CONSTRAINT "fk_firm_links_agreed_by" FOREIGN KEY ("organization_id", "agreed_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "firm_links" ADD CONSTRAINT "fk_firm_links_accepted_by" FOREIGN KEY ("firm_id", "accepted_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "firm_links" ADD CONSTRAINT "fk_firm_links_firm" FOREIGN KEY ("firm_id") REFERENCES "organizations"("organization_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "firm_links" ADD CONSTRAINT "fk_firm_links_vendor" FOREIGN KEY ("organization_id", "vendor_id") REFERENCES "vendors"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "firm_numbers" ADD CONSTRAINT "fk_firm_numbers_firm" FOREIGN KEY ("firm_id") REFERENCES "organizations"("organization_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "firms" ADD CONSTRAINT "fk_firms_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations"("organization_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "invitations" ADD CONSTRAINT "fk_invitations_sent_by" FOREIGN KEY ("organization_id", "sent_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "invitations" ADD CONSTRAINT "fk_invitations_vendor" FOREIGN KEY ("organization_id", "vendor_id") REFERENCES "vendors"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "invitations" ADD CONSTRAINT "fk_invitations_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations"("organization_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "firm_links" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "firm_links" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "firm_links" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "firm_links" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(
      `CREATE POLICY "firm" ON "firm_links" FOR SELECT USING ("firm_id" = (SELECT nullif(current_setting('app.firm', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "firm_numbers" TO mitodoke_app`);
    await runner.query(`GRANT SELECT, INSERT ON "firms" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "firms" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "firms" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "firms" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "invitations" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "invitations" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "invitations" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "invitations" DROP CONSTRAINT "fk_invitations_organization"`);
    await runner.query(`ALTER TABLE "invitations" DROP CONSTRAINT "fk_invitations_vendor"`);
    await runner.query(`ALTER TABLE "invitations" DROP CONSTRAINT "fk_invitations_sent_by"`);
    await runner.query(`ALTER TABLE "firms" DROP CONSTRAINT "fk_firms_organization"`);
    await runner.query(`ALTER TABLE "firm_numbers" DROP CONSTRAINT "fk_firm_numbers_firm"`);
    await runner.query(`ALTER TABLE "firm_links" DROP CONSTRAINT "fk_firm_links_vendor"`);
    await runner.query(`ALTER TABLE "firm_links" DROP CONSTRAINT "fk_firm_links_firm"`);
    await runner.query(`ALTER TABLE "firm_links" DROP CONSTRAINT "fk_firm_links_accepted_by"`);
    await runner.query(`ALTER TABLE "firm_links" DROP CONSTRAINT "fk_firm_links_agreed_by"`);
    await runner.query(`ALTER TABLE "organizations" DROP CONSTRAINT "ck_organizations_owner_type"`);
    await runner.query(`DROP INDEX "public"."uq_invitations_token"`);
    await runner.query(`DROP INDEX "public"."uq_invitations_open_vendor"`);
    await runner.query(`DROP INDEX "public"."uq_invitations_open_colleague"`);
    await runner.query(`DROP INDEX "public"."ix_invitations_vendor"`);
    await runner.query(`DROP TABLE "invitations"`);
    await runner.query(`DROP TABLE "firms"`);
    await runner.query(`DROP TABLE "firm_numbers"`);
    await runner.query(`DROP INDEX "public"."uq_firm_links_vendor"`);
    await runner.query(`DROP INDEX "public"."uq_firm_links_firm"`);
    await runner.query(`DROP INDEX "public"."ix_firm_links_firm"`);
    await runner.query(`DROP TABLE "firm_links"`);
    await runner.query(
      `ALTER TABLE "organizations" ADD CONSTRAINT "ck_organizations_type" CHECK ((type = ANY (ARRAY['town'::text, 'village'::text, 'city'::text, 'prefecture'::text, 'association'::text, 'union'::text])))`,
    );
  }
}
