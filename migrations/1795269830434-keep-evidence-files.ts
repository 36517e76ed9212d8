import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepEvidenceFiles1795269830434 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "files" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "version" integer NOT NULL, "name" text NOT NULL, "media_type" text NOT NULL, "bytes" integer NOT NULL, "sha256" text NOT NULL, "state" text NOT NULL, "signature" text, "uploaded_by" uuid NOT NULL, "uploaded_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_files_signature" CHECK ((signature IS NOT NULL) = (state = 'quarantined')), CONSTRAINT "ck_files_state" CHECK (state IN ('unscanned', 'clean', 'quarantined')), CONSTRAINT "ck_files_bytes" CHECK (bytes > 0), CONSTRAINT "ck_files_sha256" CHECK (sha256 ~ '^[0-9a-f]{64}$'), CONSTRAINT "pk_files" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(`CREATE INDEX "ix_files_content" ON "files"  ("organization_id", "sha256")`);
    await runner.query(
      `CREATE TABLE "file_attachments" ("organization_id" uuid NOT NULL, "file_id" uuid NOT NULL, "subject_kind" text NOT NULL, "subject_id" uuid NOT NULL, "attached_by" uuid NOT NULL, "attached_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_file_attachments" PRIMARY KEY ("organization_id", "file_id", "subject_kind", "subject_id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_file_attachments_subject" ON "file_attachments"  ("organization_id", "subject_id")`,
    );
    await runner.query(
      `ALTER TABLE "files" ADD CONSTRAINT "fk_files_person" FOREIGN KEY ("organization_id", "uploaded_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "file_attachments" ADD CONSTRAINT "fk_file_attachments_person" FOREIGN KEY ("organization_id", "attached_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "file_attachments" ADD CONSTRAINT "fk_file_attachments_file" FOREIGN KEY ("organization_id", "file_id") REFERENCES "files"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON "files" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "files" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "files" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "files" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "file_attachments" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "file_attachments" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "file_attachments" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "file_attachments" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "file_attachments" DROP CONSTRAINT "fk_file_attachments_file"`);
    await runner.query(
      `ALTER TABLE "file_attachments" DROP CONSTRAINT "fk_file_attachments_person"`,
    );
    await runner.query(`ALTER TABLE "files" DROP CONSTRAINT "fk_files_person"`);
    await runner.query(`DROP INDEX "public"."ix_file_attachments_subject"`);
    await runner.query(`DROP TABLE "file_attachments"`);
    await runner.query(`DROP INDEX "public"."ix_files_content"`);
    await runner.query(`DROP TABLE "files"`);
  }
}
