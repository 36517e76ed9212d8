import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RostersAndProvisionsToMembers1795309989941 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "rosters" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "engagement_id" uuid NOT NULL, "vendor_id" uuid NOT NULL, "from_on" date NOT NULL, "submitted_on" date NOT NULL, "document_number" text NOT NULL, "change" text NOT NULL, "responsible" text NOT NULL, "workers" jsonb NOT NULL, "sites" jsonb NOT NULL, "recorded_by" uuid NOT NULL, "recorded_as" text NOT NULL, "recorded_in" uuid, CONSTRAINT "ck_rosters_notified" CHECK (change <> 'notified' OR submitted_on <= from_on), CONSTRAINT "ck_rosters_change" CHECK (change IN ('first', 'notified', 'approved', 'after-the-fact')), CONSTRAINT "pk_rosters" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_rosters_engagement" ON "rosters"  ("organization_id", "engagement_id", "from_on", "id")`,
    );
    await runner.query(`ALTER TABLE "information_provisions" ADD "subcontract_id" uuid`);
    await runner.query(
      `ALTER TABLE "information_provisions" ADD CONSTRAINT "fk_information_provisions_subcontract" FOREIGN KEY ("organization_id", "subcontract_id") REFERENCES "subcontracts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "rosters" ADD CONSTRAINT "fk_rosters_recorded_in" FOREIGN KEY ("organization_id", "recorded_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "rosters" ADD CONSTRAINT "fk_rosters_recorder" FOREIGN KEY ("organization_id", "recorded_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "rosters" ADD CONSTRAINT "fk_rosters_vendor" FOREIGN KEY ("organization_id", "vendor_id") REFERENCES "vendors"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "rosters" ADD CONSTRAINT "fk_rosters_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "rosters" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "rosters" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "rosters" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "rosters" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "rosters" DROP CONSTRAINT "fk_rosters_engagement"`);
    await runner.query(`ALTER TABLE "rosters" DROP CONSTRAINT "fk_rosters_vendor"`);
    await runner.query(`ALTER TABLE "rosters" DROP CONSTRAINT "fk_rosters_recorder"`);
    await runner.query(`ALTER TABLE "rosters" DROP CONSTRAINT "fk_rosters_recorded_in"`);
    await runner.query(
      `ALTER TABLE "information_provisions" DROP CONSTRAINT "fk_information_provisions_subcontract"`,
    );
    await runner.query(`ALTER TABLE "information_provisions" DROP COLUMN "subcontract_id"`);
    await runner.query(`DROP INDEX "public"."ix_rosters_engagement"`);
    await runner.query(`DROP TABLE "rosters"`);
  }
}
