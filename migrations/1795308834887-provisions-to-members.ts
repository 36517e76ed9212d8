import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ProvisionsToMembers1795308834887 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "information_provisions" ADD "subcontract_id" uuid`);
    await runner.query(
      `ALTER TABLE "information_provisions" ADD CONSTRAINT "fk_information_provisions_subcontract" FOREIGN KEY ("organization_id", "subcontract_id") REFERENCES "subcontracts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "information_provisions" DROP CONSTRAINT "fk_information_provisions_subcontract"`,
    );
    await runner.query(`ALTER TABLE "information_provisions" DROP COLUMN "subcontract_id"`);
  }
}
