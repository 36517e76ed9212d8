import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BindDecisionsToContent1795283105238 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "policy_exceptions" DROP CONSTRAINT "ck_policy_exceptions_status"`,
    );
    await runner.query(
      `ALTER TABLE "policy_exceptions" ADD CONSTRAINT "ck_policy_exceptions_status" CHECK (status IN ('applied', 'permitted', 'denied', 'ended', 'voided'))`,
    );
    await runner.query(
      `CREATE TABLE "notices" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "person_id" uuid NOT NULL, "event_id" uuid NOT NULL, "code" text NOT NULL, "subject_kind" text NOT NULL, "subject_id" uuid NOT NULL, "engagement_id" uuid, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "read_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_notices_event" UNIQUE ("organization_id", "event_id", "person_id"), CONSTRAINT "ck_notices_read" CHECK (read_at >= created_at), CONSTRAINT "pk_notices" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_notices_engagement" ON "notices"  ("organization_id", "engagement_id")`,
    );
    await runner.query(
      `CREATE INDEX "ix_notices_unread" ON "notices"  ("organization_id", "person_id", "id") WHERE read_at IS NULL`,
    );
    await runner.query(
      `CREATE INDEX "ix_notices_person" ON "notices"  ("organization_id", "person_id", "id")`,
    );
    await runner.query(`ALTER TABLE "contracts" ADD "content_hash" text`);
    await runner.query(`ALTER TABLE "policy_exceptions" ADD "content_hash" text`);
    await runner.query(`ALTER TABLE "policy_exceptions" ADD "re_review_since" date`);
    await runner.query(`ALTER TABLE "policy_exceptions" ADD "voided_on" date`);
    await runner.query(`ALTER TABLE "policy_exceptions" ADD "voided_reason" text`);
    await runner.query(
      `CREATE INDEX "ix_approved_cloud_services_service" ON "approved_cloud_services"  ("organization_id", "cloud_service_id") WHERE standing <> 'voided'`,
    );
    await runner.query(
      `CREATE INDEX "ix_use_applications_service" ON "use_applications"  ("organization_id", "cloud_service_id")`,
    );
    await runner.query(
      `ALTER TABLE "contracts" ADD CONSTRAINT "ck_contracts_content_hash" CHECK (content_hash IS NULL OR signed_on IS NOT NULL)`,
    );
    await runner.query(
      `ALTER TABLE "policy_exceptions" ADD CONSTRAINT "ck_policy_exceptions_voided" CHECK ((status = 'voided') = (voided_on IS NOT NULL) AND (voided_on IS NULL) = (voided_reason IS NULL))`,
    );
    await runner.query(
      `ALTER TABLE "notices" ADD CONSTRAINT "fk_notices_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "notices" ADD CONSTRAINT "fk_notices_person" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "notices" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "notices" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "notices" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "notices" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_notices"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'sd_notices', MESSAGE = 'sd_notices: what was written stands';
END
$guard$`);
    await runner.query(
      `CREATE TRIGGER "sd_notices" BEFORE UPDATE ON "notices" FOR EACH ROW WHEN (ROW(NEW.person_id, NEW.event_id, NEW.code, NEW.subject_kind, NEW.subject_id, NEW.engagement_id, NEW.created_at) IS DISTINCT FROM ROW(OLD.person_id, OLD.event_id, OLD.code, OLD.subject_kind, OLD.subject_id, OLD.engagement_id, OLD.created_at) OR OLD.read_at IS NOT NULL) EXECUTE FUNCTION "sd_notices"()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION "sd_notices" CASCADE`);
    await runner.query(`ALTER TABLE "notices" DROP CONSTRAINT "fk_notices_person"`);
    await runner.query(`ALTER TABLE "notices" DROP CONSTRAINT "fk_notices_engagement"`);
    await runner.query(
      `ALTER TABLE "policy_exceptions" DROP CONSTRAINT "ck_policy_exceptions_voided"`,
    );
    await runner.query(`ALTER TABLE "contracts" DROP CONSTRAINT "ck_contracts_content_hash"`);
    await runner.query(`DROP INDEX "public"."ix_use_applications_service"`);
    await runner.query(`DROP INDEX "public"."ix_approved_cloud_services_service"`);
    await runner.query(`ALTER TABLE "policy_exceptions" DROP COLUMN "voided_reason"`);
    await runner.query(`ALTER TABLE "policy_exceptions" DROP COLUMN "voided_on"`);
    await runner.query(`ALTER TABLE "policy_exceptions" DROP COLUMN "re_review_since"`);
    await runner.query(`ALTER TABLE "policy_exceptions" DROP COLUMN "content_hash"`);
    await runner.query(`ALTER TABLE "contracts" DROP COLUMN "content_hash"`);
    await runner.query(`DROP INDEX "public"."ix_notices_person"`);
    await runner.query(`DROP INDEX "public"."ix_notices_unread"`);
    await runner.query(`DROP INDEX "public"."ix_notices_engagement"`);
    await runner.query(`DROP TABLE "notices"`);
    await runner.query(
      `ALTER TABLE "policy_exceptions" DROP CONSTRAINT "ck_policy_exceptions_status"`,
    );
    await runner.query(
      `ALTER TABLE "policy_exceptions" ADD CONSTRAINT "ck_policy_exceptions_status" CHECK (status IN ('applied', 'permitted', 'denied', 'ended'))`,
    );
  }
}
