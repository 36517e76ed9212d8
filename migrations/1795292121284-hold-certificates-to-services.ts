import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HoldCertificatesToServices1795292121284 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "vendor_certificates" DROP CONSTRAINT "ck_vendor_certificates_scheme"`,
    );
    await runner.query(`ALTER TABLE "vendor_certificates" ADD "coverage" jsonb`);
    await runner.query(`ALTER TABLE "vendor_certificates" ADD "bridge_letter_until" date`);
    await runner.query(`ALTER TABLE "vendor_certificates" ADD "bridge_letter_on" date`);
    await runner.query(`ALTER TABLE "vendor_certificates" ADD "bridge_letter_url" text`);
    await runner.query(
      `ALTER TABLE "vendor_certificates" ADD CONSTRAINT "ck_vendor_certificates_bridge_letter" CHECK (num_nulls(bridge_letter_until, bridge_letter_on, bridge_letter_url) IN (0, 3))`,
    );
    await runner.query(
      `ALTER TABLE "vendor_certificates" ADD CONSTRAINT "ck_vendor_certificates_known_scheme" CHECK (scheme IN ('iso27001', 'iso27017', 'iso27018', 'iso27701', 'ismap', 'ismap-liu', 'privacy-mark', 'soc2-type1', 'soc2-type2', 'cs-gold', 'cs-silver', 'aspic', 'star', 'security-action-1', 'security-action-2', 'other'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "vendor_certificates" DROP CONSTRAINT "ck_vendor_certificates_known_scheme"`,
    );
    await runner.query(
      `ALTER TABLE "vendor_certificates" DROP CONSTRAINT "ck_vendor_certificates_bridge_letter"`,
    );
    await runner.query(`ALTER TABLE "vendor_certificates" DROP COLUMN "bridge_letter_url"`);
    await runner.query(`ALTER TABLE "vendor_certificates" DROP COLUMN "bridge_letter_on"`);
    await runner.query(`ALTER TABLE "vendor_certificates" DROP COLUMN "bridge_letter_until"`);
    await runner.query(`ALTER TABLE "vendor_certificates" DROP COLUMN "coverage"`);
    await runner.query(
      `ALTER TABLE "vendor_certificates" ADD CONSTRAINT "ck_vendor_certificates_scheme" CHECK ((scheme = ANY (ARRAY['iso27001'::text, 'iso27017'::text, 'iso27018'::text, 'iso27701'::text, 'ismap'::text, 'ismap-liu'::text, 'privacy-mark'::text, 'soc2-type1'::text, 'soc2-type2'::text, 'cs-gold'::text, 'cs-silver'::text, 'aspic'::text, 'star'::text, 'other'::text])))`,
    );
  }
}
