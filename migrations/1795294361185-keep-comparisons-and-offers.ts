import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepComparisonsAndOffers1795294361185 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "assessment_offers" ("organization_id" uuid NOT NULL, "assessment_id" uuid NOT NULL, "round" integer NOT NULL, "subcontractors" jsonb NOT NULL, "exit_plan" jsonb, "entered_by" uuid NOT NULL, "entered_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_assessment_offers" PRIMARY KEY ("organization_id", "assessment_id", "round"))`,
    );
    await runner.query(
      `CREATE TABLE "comparisons" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "engagement_id" uuid NOT NULL, "content" jsonb NOT NULL, "content_hash" text NOT NULL, CONSTRAINT "pk_comparisons" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(`ALTER TABLE "selections" ADD "comparison_id" uuid`);
    await runner.query(
      `ALTER TABLE "assessment_offers" ADD CONSTRAINT "fk_assessment_offers_person" FOREIGN KEY ("organization_id", "entered_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "assessment_offers" ADD CONSTRAINT "fk_assessment_offers_round" FOREIGN KEY ("organization_id", "assessment_id", "round") REFERENCES "assessment_rounds"("organization_id","assessment_id","round") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "comparisons" ADD CONSTRAINT "fk_comparisons_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "selections" ADD CONSTRAINT "fk_selections_comparison" FOREIGN KEY ("organization_id", "comparison_id") REFERENCES "comparisons"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "assessment_offers" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "assessment_offers" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "assessment_offers" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "assessment_offers" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "comparisons" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "comparisons" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "comparisons" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "comparisons" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "selections" DROP CONSTRAINT "fk_selections_comparison"`);
    await runner.query(`ALTER TABLE "comparisons" DROP CONSTRAINT "fk_comparisons_engagement"`);
    await runner.query(
      `ALTER TABLE "assessment_offers" DROP CONSTRAINT "fk_assessment_offers_round"`,
    );
    await runner.query(
      `ALTER TABLE "assessment_offers" DROP CONSTRAINT "fk_assessment_offers_person"`,
    );
    await runner.query(`ALTER TABLE "selections" DROP COLUMN "comparison_id"`);
    await runner.query(`DROP TABLE "comparisons"`);
    await runner.query(`DROP TABLE "assessment_offers"`);
  }
}
