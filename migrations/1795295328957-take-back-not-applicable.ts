import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TakeBackNotApplicable1795295328957 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "obligations" ADD "not_applicable_in" uuid`);
    await runner.query(`ALTER TABLE "obligations" ADD "taken_back_on" date`);
    await runner.query(`ALTER TABLE "obligations" ADD "taken_back_reason" text`);
    await runner.query(`ALTER TABLE "obligations" ADD "taken_back_by" uuid`);
    await runner.query(`ALTER TABLE "obligations" ADD "taken_back_in" uuid`);
    await runner.query(
      `ALTER TABLE "obligations" ADD CONSTRAINT "ck_obligations_taken_back" CHECK ((taken_back_on IS NULL) = (taken_back_by IS NULL) AND (taken_back_on IS NULL) = (taken_back_reason IS NULL))`,
    );
    await runner.query(
      `ALTER TABLE "obligations" ADD CONSTRAINT "fk_obligations_taken_back_in" FOREIGN KEY ("organization_id", "taken_back_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "obligations" ADD CONSTRAINT "fk_obligations_not_applicable_in" FOREIGN KEY ("organization_id", "not_applicable_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "obligations" ADD CONSTRAINT "fk_obligations_taker_back" FOREIGN KEY ("organization_id", "taken_back_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "obligations" ADD CONSTRAINT "fk_obligations_decider" FOREIGN KEY ("organization_id", "not_applicable_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "obligations" DROP CONSTRAINT "fk_obligations_decider"`);
    await runner.query(`ALTER TABLE "obligations" DROP CONSTRAINT "fk_obligations_taker_back"`);
    await runner.query(
      `ALTER TABLE "obligations" DROP CONSTRAINT "fk_obligations_not_applicable_in"`,
    );
    await runner.query(`ALTER TABLE "obligations" DROP CONSTRAINT "fk_obligations_taken_back_in"`);
    await runner.query(`ALTER TABLE "obligations" DROP CONSTRAINT "ck_obligations_taken_back"`);
    await runner.query(`ALTER TABLE "obligations" DROP COLUMN "taken_back_in"`);
    await runner.query(`ALTER TABLE "obligations" DROP COLUMN "taken_back_by"`);
    await runner.query(`ALTER TABLE "obligations" DROP COLUMN "taken_back_reason"`);
    await runner.query(`ALTER TABLE "obligations" DROP COLUMN "taken_back_on"`);
    await runner.query(`ALTER TABLE "obligations" DROP COLUMN "not_applicable_in"`);
  }
}
