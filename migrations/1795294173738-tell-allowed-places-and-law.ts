import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TellAllowedPlacesAndLaw1795294173738 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "allowed_places" ("organization_id" uuid NOT NULL, "version" integer NOT NULL, "items" jsonb NOT NULL, "decided_by" uuid NOT NULL, "decided_in" uuid, "decided_on" date NOT NULL, CONSTRAINT "ck_allowed_places_version" CHECK (version > 0), CONSTRAINT "pk_allowed_places" PRIMARY KEY ("organization_id", "version"))`,
    );
    await runner.query(
      `CREATE TABLE "country_assessments" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "country" text NOT NULL, "laws" text array NOT NULL, "risk" text NOT NULL, "reasoning" text NOT NULL, "valid_until" date NOT NULL, "assessed_by" uuid NOT NULL, "assessed_in" uuid, "assessed_on" date NOT NULL, CONSTRAINT "ck_country_assessments_period" CHECK (valid_until >= assessed_on), CONSTRAINT "ck_country_assessments_risk" CHECK (risk IN ('low', 'medium', 'high')), CONSTRAINT "ck_country_assessments_country" CHECK (country ~ '^[A-Z]{2}$'), CONSTRAINT "pk_country_assessments" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_country_assessments_country" ON "country_assessments"  ("organization_id", "country", "id")`,
    );
    await runner.query(`ALTER TABLE "terms_snapshots" ADD "governing_law" text`);
    await runner.query(`ALTER TABLE "terms_snapshots" ADD "jurisdiction" text`);
    await runner.query(`ALTER TABLE "terms_snapshots" ADD "notifies_foreign_demands" boolean`);
    await runner.query(
      `ALTER TABLE "terms_snapshots" ADD CONSTRAINT "ck_terms_snapshots_governing_law" CHECK (governing_law ~ '^[A-Z]{2}$')`,
    );
    await runner.query(
      `ALTER TABLE "allowed_places" ADD CONSTRAINT "fk_allowed_places_decided_in" FOREIGN KEY ("organization_id", "decided_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "allowed_places" ADD CONSTRAINT "fk_allowed_places_decider" FOREIGN KEY ("organization_id", "decided_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "allowed_places" ADD CONSTRAINT "fk_allowed_places_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations"("organization_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "country_assessments" ADD CONSTRAINT "fk_country_assessments_assessed_in" FOREIGN KEY ("organization_id", "assessed_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "country_assessments" ADD CONSTRAINT "fk_country_assessments_assessor" FOREIGN KEY ("organization_id", "assessed_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "allowed_places" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "allowed_places" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "allowed_places" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "allowed_places" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "country_assessments" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "country_assessments" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "country_assessments" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "country_assessments" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "country_assessments" DROP CONSTRAINT "fk_country_assessments_assessor"`,
    );
    await runner.query(
      `ALTER TABLE "country_assessments" DROP CONSTRAINT "fk_country_assessments_assessed_in"`,
    );
    await runner.query(
      `ALTER TABLE "allowed_places" DROP CONSTRAINT "fk_allowed_places_organization"`,
    );
    await runner.query(`ALTER TABLE "allowed_places" DROP CONSTRAINT "fk_allowed_places_decider"`);
    await runner.query(
      `ALTER TABLE "allowed_places" DROP CONSTRAINT "fk_allowed_places_decided_in"`,
    );
    await runner.query(
      `ALTER TABLE "terms_snapshots" DROP CONSTRAINT "ck_terms_snapshots_governing_law"`,
    );
    await runner.query(`ALTER TABLE "terms_snapshots" DROP COLUMN "notifies_foreign_demands"`);
    await runner.query(`ALTER TABLE "terms_snapshots" DROP COLUMN "jurisdiction"`);
    await runner.query(`ALTER TABLE "terms_snapshots" DROP COLUMN "governing_law"`);
    await runner.query(`DROP INDEX "public"."ix_country_assessments_country"`);
    await runner.query(`DROP TABLE "country_assessments"`);
    await runner.query(`DROP TABLE "allowed_places"`);
  }
}
