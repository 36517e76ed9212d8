import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepDisclosuresOfOwnership1795292986419 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "ownership_disclosures" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "vendor_id" uuid NOT NULL, "supersedes_id" uuid, "disclosed_on" date NOT NULL, "source" text NOT NULL, "statement" jsonb NOT NULL, "control_changes" text array NOT NULL, "recorded_by" uuid NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "uq_ownership_disclosures_superseded" UNIQUE ("organization_id", "supersedes_id"), CONSTRAINT "uq_ownership_disclosures_vendor" UNIQUE ("organization_id", "id", "vendor_id"), CONSTRAINT "ck_ownership_disclosures_control_changes" CHECK (control_changes <@ ARRAY['majority-holder', 'ultimate-parent', 'country', 'foreign']), CONSTRAINT "pk_ownership_disclosures" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_ownership_disclosures_vendor" ON "ownership_disclosures"  ("organization_id", "vendor_id", "id")`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_ownership_disclosures_first" ON "ownership_disclosures"  ("organization_id", "vendor_id") WHERE supersedes_id IS NULL`,
    );
    await runner.query(
      `ALTER TABLE "ownership_disclosures" ADD CONSTRAINT "fk_ownership_disclosures_recorder" FOREIGN KEY ("organization_id", "recorded_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "ownership_disclosures" ADD CONSTRAINT "fk_ownership_disclosures_superseded" FOREIGN KEY ("organization_id", "supersedes_id", "vendor_id") REFERENCES "ownership_disclosures"("organization_id","id","vendor_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "ownership_disclosures" ADD CONSTRAINT "fk_ownership_disclosures_vendor" FOREIGN KEY ("organization_id", "vendor_id") REFERENCES "vendors"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "ownership_disclosures" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "ownership_disclosures" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "ownership_disclosures" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "ownership_disclosures" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "ownership_disclosures" DROP CONSTRAINT "fk_ownership_disclosures_vendor"`,
    );
    await runner.query(
      `ALTER TABLE "ownership_disclosures" DROP CONSTRAINT "fk_ownership_disclosures_superseded"`,
    );
    await runner.query(
      `ALTER TABLE "ownership_disclosures" DROP CONSTRAINT "fk_ownership_disclosures_recorder"`,
    );
    await runner.query(`DROP INDEX "public"."uq_ownership_disclosures_first"`);
    await runner.query(`DROP INDEX "public"."ix_ownership_disclosures_vendor"`);
    await runner.query(`DROP TABLE "ownership_disclosures"`);
  }
}
