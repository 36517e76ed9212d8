import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RevokeApprovalsOfUse1795287254388 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "use_applications" DROP CONSTRAINT "ck_use_applications_status"`,
    );
    await runner.query(
      `ALTER TABLE "use_applications" ADD CONSTRAINT "ck_use_applications_status" CHECK (status IN ('draft', 'submitted', 'returned', 'approved', 'rejected', 'withdrawn', 'voided', 'revoked'))`,
    );
    await runner.query(
      `CREATE TABLE "use_revocations" ("organization_id" uuid NOT NULL, "application_id" uuid NOT NULL, "revoked_on" date NOT NULL, "revoked_by" uuid, "recorded_by" uuid NOT NULL, "recorded_as" text NOT NULL, "recorded_in" uuid, "reason" text NOT NULL, "made_elsewhere" jsonb, CONSTRAINT "ck_use_revocations_revoker" CHECK (revoked_by IS NOT NULL OR made_elsewhere IS NOT NULL), CONSTRAINT "pk_use_revocations" PRIMARY KEY ("organization_id", "application_id"))`,
    );
    await runner.query(
      `ALTER TABLE "use_revocations" ADD CONSTRAINT "fk_use_revocations_recorder" FOREIGN KEY ("organization_id", "recorded_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "use_revocations" ADD CONSTRAINT "fk_use_revocations_revoker" FOREIGN KEY ("organization_id", "revoked_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "use_revocations" ADD CONSTRAINT "fk_use_revocations_application" FOREIGN KEY ("organization_id", "application_id") REFERENCES "use_applications"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "use_revocations" ADD CONSTRAINT "fk_use_revocations_recorded_in" FOREIGN KEY ("organization_id", "recorded_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "use_revocations" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "use_revocations" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "use_revocations" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "use_revocations" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "use_revocations" DROP CONSTRAINT "fk_use_revocations_recorded_in"`,
    );
    await runner.query(
      `ALTER TABLE "use_revocations" DROP CONSTRAINT "fk_use_revocations_application"`,
    );
    await runner.query(
      `ALTER TABLE "use_revocations" DROP CONSTRAINT "fk_use_revocations_revoker"`,
    );
    await runner.query(
      `ALTER TABLE "use_revocations" DROP CONSTRAINT "fk_use_revocations_recorder"`,
    );
    await runner.query(`DROP TABLE "use_revocations"`);
    await runner.query(
      `ALTER TABLE "use_applications" DROP CONSTRAINT "ck_use_applications_status"`,
    );
    await runner.query(
      `ALTER TABLE "use_applications" ADD CONSTRAINT "ck_use_applications_status" CHECK (status IN ('draft', 'submitted', 'returned', 'approved', 'rejected', 'withdrawn', 'voided'))`,
    );
  }
}
