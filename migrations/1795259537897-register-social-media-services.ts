import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RegisterSocialMediaServices1795259537897 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "engagements" DROP CONSTRAINT "ck_engagements_kinds"`);
    await runner.query(
      `ALTER TABLE "engagements" ADD CONSTRAINT "ck_engagements_kinds" CHECK (kinds = ARRAY['social-media'] OR (kinds <@ ARRAY['outsourcing', 'cloud'] AND cardinality(kinds) > 0))`,
    );
    await runner.query(`ALTER TABLE "use_applications" ADD "account" text`);
    await runner.query(`ALTER TABLE "use_applications" ADD "permitted_content" text`);
    await runner.query(
      `CREATE INDEX "ix_approved_cloud_services_engagement" ON "approved_cloud_services"  ("organization_id", "engagement_id", "id")`,
    );
    await runner.query(
      `CREATE INDEX "ix_engagements_social_media" ON "engagements"  ("organization_id", "id") WHERE kinds = ARRAY['social-media']`,
    );
    await runner.query(`ALTER TABLE "use_applications" ADD CONSTRAINT "ck_use_applications_social_media" CHECK (status IN ('draft', 'withdrawn') OR num_nonnulls(account, permitted_content) = 0
    OR num_nulls(account, permitted_content, rule_document_id) = 0)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "use_applications" DROP CONSTRAINT "ck_use_applications_social_media"`,
    );
    await runner.query(`DROP INDEX "public"."ix_engagements_social_media"`);
    await runner.query(`DROP INDEX "public"."ix_approved_cloud_services_engagement"`);
    await runner.query(`ALTER TABLE "use_applications" DROP COLUMN "permitted_content"`);
    await runner.query(`ALTER TABLE "use_applications" DROP COLUMN "account"`);
    await runner.query(`ALTER TABLE "engagements" DROP CONSTRAINT "ck_engagements_kinds"`);
    await runner.query(
      `ALTER TABLE "engagements" ADD CONSTRAINT "ck_engagements_kinds" CHECK (kinds <@ ARRAY['outsourcing', 'cloud'] AND cardinality(kinds) > 0)`,
    );
  }
}
