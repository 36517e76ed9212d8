import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SealTheTrail1795263495748 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "trail_checkpoints" ("organization_id" uuid NOT NULL, "tree_size" integer NOT NULL, "root_hash" bytea NOT NULL, "sealed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "key_id" text NOT NULL, "public_key" text NOT NULL, "note" text NOT NULL, CONSTRAINT "ck_trail_checkpoints_root" CHECK (tree_size >= 0 AND octet_length(root_hash) = 32), CONSTRAINT "pk_trail_checkpoints" PRIMARY KEY ("organization_id", "tree_size"))`,
    );
    await runner.query(
      `CREATE TABLE "trail_leaves" ("organization_id" uuid NOT NULL, "leaf_index" integer NOT NULL, "entry_id" uuid NOT NULL, "leaf_hash" bytea NOT NULL, CONSTRAINT "ck_trail_leaves_hash" CHECK (leaf_index >= 0 AND octet_length(leaf_hash) = 32), CONSTRAINT "pk_trail_leaves" PRIMARY KEY ("organization_id", "leaf_index"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_trail_leaves_entry" ON "trail_leaves"  ("organization_id", "entry_id")`,
    );
    await runner.query(
      `CREATE TABLE "trail_nodes" ("organization_id" uuid NOT NULL, "level" integer NOT NULL, "position" integer NOT NULL, "hash" bytea NOT NULL, CONSTRAINT "ck_trail_nodes_hash" CHECK (level > 0 AND position >= 0 AND octet_length(hash) = 32), CONSTRAINT "pk_trail_nodes" PRIMARY KEY ("organization_id", "level", "position"))`,
    );
    await runner.query(
      `CREATE TABLE "unsealed_entries" ("organization_id" uuid NOT NULL, "entry_id" uuid NOT NULL, CONSTRAINT "pk_unsealed_entries" PRIMARY KEY ("organization_id", "entry_id"))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "trail_checkpoints" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "trail_checkpoints" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "trail_checkpoints" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "trail_checkpoints" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "trail_leaves" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "trail_leaves" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "trail_leaves" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "trail_leaves" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "trail_nodes" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "trail_nodes" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "trail_nodes" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "trail_nodes" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(
      `GRANT SELECT, INSERT, UPDATE, DELETE ON "unsealed_entries" TO mitodoke_app`,
    );
    // What was recorded before waits to be sealed too. The owner sees no row while the policy holds it as well.
    await runner.query(`ALTER TABLE "audit_trail" NO FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `INSERT INTO "unsealed_entries" ("organization_id", "entry_id") SELECT "organization_id", "id" FROM "audit_trail"`,
    );
    await runner.query(`ALTER TABLE "audit_trail" FORCE ROW LEVEL SECURITY`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "unsealed_entries"`);
    await runner.query(`DROP TABLE "trail_nodes"`);
    await runner.query(`DROP INDEX "public"."uq_trail_leaves_entry"`);
    await runner.query(`DROP TABLE "trail_leaves"`);
    await runner.query(`DROP TABLE "trail_checkpoints"`);
  }
}
