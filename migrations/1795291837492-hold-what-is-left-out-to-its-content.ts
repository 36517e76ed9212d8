import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HoldWhatIsLeftOutToItsContent1795291837492 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "obligations" ADD "not_applicable_hash" text`);
    await runner.query(`ALTER TABLE "obligations" ADD "not_applicable_re_review_since" date`);
    await runner.query(`ALTER TABLE "contract_clauses" ADD "content_hash" text`);
    await runner.query(`ALTER TABLE "contract_clauses" ADD "re_review_since" date`);
    await runner.query(`ALTER TABLE "obligations" ADD CONSTRAINT "ck_obligations_not_applicable_hash" CHECK ((not_applicable_hash IS NULL OR not_applicable_on IS NOT NULL)
    AND (not_applicable_re_review_since IS NULL OR not_applicable_hash IS NOT NULL))`);
    await runner.query(`ALTER TABLE "contract_clauses" ADD CONSTRAINT "ck_contract_clauses_content_hash" CHECK ((content_hash IS NULL OR confirmed_on IS NOT NULL)
    AND (re_review_since IS NULL OR content_hash IS NOT NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "contract_clauses" DROP CONSTRAINT "ck_contract_clauses_content_hash"`,
    );
    await runner.query(
      `ALTER TABLE "obligations" DROP CONSTRAINT "ck_obligations_not_applicable_hash"`,
    );
    await runner.query(`ALTER TABLE "contract_clauses" DROP COLUMN "re_review_since"`);
    await runner.query(`ALTER TABLE "contract_clauses" DROP COLUMN "content_hash"`);
    await runner.query(`ALTER TABLE "obligations" DROP COLUMN "not_applicable_re_review_since"`);
    await runner.query(`ALTER TABLE "obligations" DROP COLUMN "not_applicable_hash"`);
  }
}
