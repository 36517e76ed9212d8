import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepWhatSpecificationsSay1795297008205 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "specifications" ADD "content" jsonb`);
    await runner.query(`ALTER TABLE "specifications" ADD "content_hash" text`);
    await runner.query(
      `ALTER TABLE "specifications" ADD CONSTRAINT "ck_specifications_content_draft" CHECK (content IS NULL OR status <> 'draft')`,
    );
    await runner.query(
      `ALTER TABLE "specifications" ADD CONSTRAINT "ck_specifications_content" CHECK ((content IS NULL) = (content_hash IS NULL))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "specifications" DROP CONSTRAINT "ck_specifications_content"`);
    await runner.query(
      `ALTER TABLE "specifications" DROP CONSTRAINT "ck_specifications_content_draft"`,
    );
    await runner.query(`ALTER TABLE "specifications" DROP COLUMN "content_hash"`);
    await runner.query(`ALTER TABLE "specifications" DROP COLUMN "content"`);
  }
}
