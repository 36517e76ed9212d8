import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TellScopeStaffAndPublication1795258816776 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "org_units" ADD "part" text`);
    await runner.query(`ALTER TABLE "people" ADD "category" text`);
    await runner.query(`ALTER TABLE "policy_adoptions" ADD "published_on" date`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "policy_adoptions" DROP COLUMN "published_on"`);
    await runner.query(`ALTER TABLE "people" DROP COLUMN "category"`);
    await runner.query(`ALTER TABLE "org_units" DROP COLUMN "part"`);
  }
}
