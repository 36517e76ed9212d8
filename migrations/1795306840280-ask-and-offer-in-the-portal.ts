import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AskAndOfferInThePortal1795306840280 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "held_files" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "subject_kind" text NOT NULL, "subject_id" uuid NOT NULL, "name" text NOT NULL, "media_type" text NOT NULL, "bytes" integer NOT NULL, "sha256" text NOT NULL, "state" text NOT NULL, "held_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_held_files_state" CHECK (state IN ('unscanned', 'clean')), CONSTRAINT "ck_held_files_bytes" CHECK (bytes > 0), CONSTRAINT "ck_held_files_sha256" CHECK (sha256 ~ '^[0-9a-f]{64}$'), CONSTRAINT "pk_held_files" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_held_files_content" ON "held_files"  ("organization_id", "sha256")`,
    );
    await runner.query(
      `CREATE INDEX "ix_held_files_subject" ON "held_files"  ("organization_id", "subject_kind", "subject_id")`,
    );
    await runner.query(
      `CREATE TABLE "offer_drafts" ("organization_id" uuid NOT NULL, "assessment_id" uuid NOT NULL, "round" integer NOT NULL, "subcontractors" jsonb NOT NULL, "exit_plan" jsonb, "saved_by" jsonb NOT NULL, "saved_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_offer_drafts" PRIMARY KEY ("organization_id", "assessment_id", "round"))`,
    );
    await runner.query(`ALTER TABLE "assessment_offers" ADD "given_by" jsonb`);
    await runner.query(`ALTER TABLE "clarifications" ADD "shown_as" text`);
    await runner.query(`ALTER TABLE "clarifications" ADD "asked_by_vendor" jsonb`);
    await runner.query(
      `ALTER TABLE "assessment_offers" DROP CONSTRAINT "fk_assessment_offers_person"`,
    );
    await runner.query(`ALTER TABLE "assessment_offers" ALTER COLUMN "entered_by" DROP NOT NULL`);
    await runner.query(`ALTER TABLE "clarifications" DROP CONSTRAINT "fk_clarifications_asker"`);
    await runner.query(`ALTER TABLE "clarifications" ALTER COLUMN "asked_by" DROP NOT NULL`);
    await runner.query(
      `ALTER TABLE "assessment_offers" ADD CONSTRAINT "ck_assessment_offers_by" CHECK ((entered_by IS NULL) = (given_by IS NOT NULL))`,
    );
    await runner.query(
      `ALTER TABLE "clarifications" ADD CONSTRAINT "ck_clarifications_shown_as" CHECK (shown_as IS NULL OR (kind = 'question' AND visible_to = 'all'))`,
    );
    await runner.query(
      `ALTER TABLE "clarifications" ADD CONSTRAINT "ck_clarifications_by" CHECK ((asked_by IS NULL) = (asked_by_vendor IS NOT NULL) AND (asked_by_vendor IS NULL OR kind = 'question'))`,
    );
    await runner.query(
      `ALTER TABLE "assessment_offers" ADD CONSTRAINT "fk_assessment_offers_person" FOREIGN KEY ("organization_id", "entered_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "clarifications" ADD CONSTRAINT "fk_clarifications_asker" FOREIGN KEY ("organization_id", "asked_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "offer_drafts" ADD CONSTRAINT "fk_offer_drafts_round" FOREIGN KEY ("organization_id", "assessment_id", "round") REFERENCES "assessment_rounds"("organization_id","assessment_id","round") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON "held_files" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "held_files" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "held_files" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "held_files" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON "offer_drafts" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "offer_drafts" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "offer_drafts" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "offer_drafts" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "offer_drafts" DROP CONSTRAINT "fk_offer_drafts_round"`);
    await runner.query(`ALTER TABLE "clarifications" DROP CONSTRAINT "fk_clarifications_asker"`);
    await runner.query(
      `ALTER TABLE "assessment_offers" DROP CONSTRAINT "fk_assessment_offers_person"`,
    );
    await runner.query(`ALTER TABLE "clarifications" DROP CONSTRAINT "ck_clarifications_by"`);
    await runner.query(`ALTER TABLE "clarifications" DROP CONSTRAINT "ck_clarifications_shown_as"`);
    await runner.query(`ALTER TABLE "assessment_offers" DROP CONSTRAINT "ck_assessment_offers_by"`);
    await runner.query(`ALTER TABLE "clarifications" ALTER COLUMN "asked_by" SET NOT NULL`);
    await runner.query(
      `ALTER TABLE "clarifications" ADD CONSTRAINT "fk_clarifications_asker" FOREIGN KEY ("organization_id", "asked_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`ALTER TABLE "assessment_offers" ALTER COLUMN "entered_by" SET NOT NULL`);
    await runner.query(
      `ALTER TABLE "assessment_offers" ADD CONSTRAINT "fk_assessment_offers_person" FOREIGN KEY ("organization_id", "entered_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`ALTER TABLE "clarifications" DROP COLUMN "asked_by_vendor"`);
    await runner.query(`ALTER TABLE "clarifications" DROP COLUMN "shown_as"`);
    await runner.query(`ALTER TABLE "assessment_offers" DROP COLUMN "given_by"`);
    await runner.query(`DROP TABLE "offer_drafts"`);
    await runner.query(`DROP INDEX "public"."ix_held_files_subject"`);
    await runner.query(`DROP INDEX "public"."ix_held_files_content"`);
    await runner.query(`DROP TABLE "held_files"`);
  }
}
