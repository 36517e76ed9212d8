import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChainsOfReSubcontracting1795305472711 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "briefings" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "engagement_id" uuid NOT NULL, "vendor_id" uuid NOT NULL, "held_on" date NOT NULL, "method" text NOT NULL, "documents" jsonb NOT NULL, "confidential_matters" text NOT NULL, "attendees" text array NOT NULL, "acknowledged_on" date NOT NULL, "acknowledgement" text NOT NULL, "recorded_by" uuid NOT NULL, "recorded_as" text NOT NULL, "recorded_in" uuid, CONSTRAINT "ck_briefings_acknowledged" CHECK (acknowledged_on >= held_on), CONSTRAINT "pk_briefings" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_briefings_engagement" ON "briefings"  ("organization_id", "engagement_id", "vendor_id", "acknowledged_on")`,
    );
    await runner.query(
      `CREATE TABLE "subcontract_decisions" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "subcontract_id" uuid NOT NULL, "number" integer NOT NULL, "author_id" uuid NOT NULL, "applicant_id" uuid NOT NULL, "outcome" text NOT NULL, "comment" text, "criteria" jsonb NOT NULL, "rank" integer NOT NULL, "content_hash" text NOT NULL, "decided_on" date NOT NULL, "decided_by" uuid NOT NULL, "decided_as" text NOT NULL, "decided_in" uuid, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, "made_elsewhere" jsonb, "duty_waiver_id" uuid, CONSTRAINT "ck_subcontract_decisions_comment" CHECK (outcome IN ('complete', 'approve') OR comment IS NOT NULL), CONSTRAINT "ck_subcontract_decisions_outcome" CHECK (outcome IN ('complete', 'approve', 'return', 'reject', 'revoke')), CONSTRAINT "pk_subcontract_decisions" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_subcontract_decisions_waiver" ON "subcontract_decisions"  ("organization_id", "duty_waiver_id") WHERE duty_waiver_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "ix_subcontract_decisions_subcontract" ON "subcontract_decisions"  ("organization_id", "subcontract_id", "id")`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_subcontract_decisions_submission" ON "subcontract_decisions"  ("organization_id", "subcontract_id", "number") WHERE outcome IN ('approve', 'return', 'reject')`,
    );
    await runner.query(
      `CREATE TABLE "subcontract_discoveries" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "subcontract_id" uuid NOT NULL, "discovered_on" date NOT NULL, "statement" text NOT NULL, "finding_id" uuid NOT NULL, "recorded_by" uuid NOT NULL, "recorded_in" uuid, CONSTRAINT "pk_subcontract_discoveries" PRIMARY KEY ("organization_id", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_subcontract_discoveries_subcontract" ON "subcontract_discoveries"  ("organization_id", "subcontract_id", "id")`,
    );
    await runner.query(
      `CREATE TABLE "subcontract_submissions" ("organization_id" uuid NOT NULL, "subcontract_id" uuid NOT NULL, "number" integer NOT NULL, "author_id" uuid NOT NULL, "applicant_id" uuid NOT NULL, "applicant_role" text, "submitted_in" uuid, "submitted_at" TIMESTAMP WITH TIME ZONE NOT NULL, "applied_by" text NOT NULL, "applied_on" date NOT NULL, "document_number" text NOT NULL, "content" jsonb NOT NULL, CONSTRAINT "uq_subcontract_submissions_people" UNIQUE ("organization_id", "subcontract_id", "number", "author_id", "applicant_id"), CONSTRAINT "pk_subcontract_submissions" PRIMARY KEY ("organization_id", "subcontract_id", "number"))`,
    );
    await runner.query(`CREATE TABLE "subcontracts" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "version" integer NOT NULL, "engagement_id" uuid NOT NULL, "contract_id" uuid NOT NULL, "passed_on_by_id" uuid, "vendor_id" uuid NOT NULL, "status" text NOT NULL, "work" text NOT NULL, "extent" text, "reason" text, "data_item_ids" uuid array NOT NULL, "place" text, "country" text, "safeguards" text, "flow_down" text, "pledge" text, "affiliate" boolean NOT NULL, "from_on" date, "until_on" date, "author_id" uuid NOT NULL, "submissions" integer NOT NULL, "approved_hash" text, "started_on" date, "ended_on" date, "end_reason" text, "voided_reason" text, CONSTRAINT "uq_subcontracts_contract" UNIQUE ("organization_id", "contract_id", "id"), CONSTRAINT "ck_subcontracts_end" CHECK ((status = 'ended') = (ended_on IS NOT NULL)), CONSTRAINT "ck_subcontracts_start" CHECK (status <> 'effective' OR started_on IS NOT NULL), CONSTRAINT "ck_subcontracts_approval" CHECK ((status IN ('approved', 'effective')) <= (approved_hash IS NOT NULL)), CONSTRAINT "ck_subcontracts_period" CHECK (until_on >= from_on), CONSTRAINT "ck_subcontracts_origin" CHECK (passed_on_by_id <> id), CONSTRAINT "ck_subcontracts_extent" CHECK (extent IN ('part', 'main-part', 'whole')), CONSTRAINT "ck_subcontracts_status" CHECK (status IN ('draft', 'applied', 'under-review', 'returned', 'approved', 'effective', 'rejected', 'withdrawn',
    'voided', 'revoked', 'unauthorized', 'ended')), CONSTRAINT "pk_subcontracts" PRIMARY KEY ("organization_id", "id"))`);
    await runner.query(
      `CREATE INDEX "ix_subcontracts_vendor" ON "subcontracts"  ("organization_id", "vendor_id", "id")`,
    );
    await runner.query(
      `CREATE INDEX "ix_subcontracts_origin" ON "subcontracts"  ("organization_id", "passed_on_by_id") WHERE passed_on_by_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "ix_subcontracts_engagement" ON "subcontracts"  ("organization_id", "engagement_id", "id")`,
    );
    await runner.query(
      `ALTER TABLE "contracts" ADD CONSTRAINT "uq_contracts_engagement" UNIQUE ("organization_id", "engagement_id", "id")`,
    );
    await runner.query(
      `ALTER TABLE "briefings" ADD CONSTRAINT "fk_briefings_recorded_in" FOREIGN KEY ("organization_id", "recorded_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "briefings" ADD CONSTRAINT "fk_briefings_recorder" FOREIGN KEY ("organization_id", "recorded_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "briefings" ADD CONSTRAINT "fk_briefings_vendor" FOREIGN KEY ("organization_id", "vendor_id") REFERENCES "vendors"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "briefings" ADD CONSTRAINT "fk_briefings_engagement" FOREIGN KEY ("organization_id", "engagement_id") REFERENCES "engagements"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "subcontract_decisions" ADD CONSTRAINT "fk_subcontract_decisions_decided_in" FOREIGN KEY ("organization_id", "decided_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "subcontract_decisions" ADD CONSTRAINT "fk_subcontract_decisions_waiver" FOREIGN KEY ("organization_id", "duty_waiver_id") REFERENCES "duty_waivers"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "subcontract_decisions" ADD CONSTRAINT "fk_subcontract_decisions_decider" FOREIGN KEY ("organization_id", "decided_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "subcontract_decisions" ADD CONSTRAINT "fk_subcontract_decisions_submission" FOREIGN KEY ("organization_id", "subcontract_id", "number", "author_id", "applicant_id") REFERENCES "subcontract_submissions"("organization_id","subcontract_id","number","author_id","applicant_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "subcontract_discoveries" ADD CONSTRAINT "fk_subcontract_discoveries_recorded_in" FOREIGN KEY ("organization_id", "recorded_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "subcontract_discoveries" ADD CONSTRAINT "fk_subcontract_discoveries_recorder" FOREIGN KEY ("organization_id", "recorded_by") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "subcontract_discoveries" ADD CONSTRAINT "fk_subcontract_discoveries_finding" FOREIGN KEY ("organization_id", "finding_id") REFERENCES "findings"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "subcontract_discoveries" ADD CONSTRAINT "fk_subcontract_discoveries_subcontract" FOREIGN KEY ("organization_id", "subcontract_id") REFERENCES "subcontracts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "subcontract_submissions" ADD CONSTRAINT "fk_subcontract_submissions_submitted_in" FOREIGN KEY ("organization_id", "submitted_in") REFERENCES "posts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "subcontract_submissions" ADD CONSTRAINT "fk_subcontract_submissions_applicant" FOREIGN KEY ("organization_id", "applicant_id") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "subcontract_submissions" ADD CONSTRAINT "fk_subcontract_submissions_subcontract" FOREIGN KEY ("organization_id", "subcontract_id") REFERENCES "subcontracts"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "subcontracts" ADD CONSTRAINT "fk_subcontracts_author" FOREIGN KEY ("organization_id", "author_id") REFERENCES "people"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "subcontracts" ADD CONSTRAINT "fk_subcontracts_vendor" FOREIGN KEY ("organization_id", "vendor_id") REFERENCES "vendors"("organization_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "subcontracts" ADD CONSTRAINT "fk_subcontracts_origin" FOREIGN KEY ("organization_id", "contract_id", "passed_on_by_id") REFERENCES "subcontracts"("organization_id","contract_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "subcontracts" ADD CONSTRAINT "fk_subcontracts_contract" FOREIGN KEY ("organization_id", "engagement_id", "contract_id") REFERENCES "contracts"("organization_id","engagement_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "briefings" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "briefings" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "briefings" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "briefings" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "subcontract_decisions" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "subcontract_decisions" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "subcontract_decisions" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "subcontract_decisions" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "subcontract_discoveries" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "subcontract_discoveries" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "subcontract_discoveries" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "subcontract_discoveries" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT ON "subcontract_submissions" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "subcontract_submissions" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "subcontract_submissions" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "subcontract_submissions" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "subcontracts" TO mitodoke_app`);
    await runner.query(`ALTER TABLE "subcontracts" ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE "subcontracts" FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY "owner" ON "subcontracts" USING ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid)) WITH CHECK ("organization_id" = (SELECT nullif(current_setting('app.org', true), '')::uuid))`,
    );
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_subcontract_decisions"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF ROW(NEW.decided_by, NEW.made_elsewhere, NEW.author_id, NEW.applicant_id, NEW.decided_on, NEW.organization_id, NEW.subcontract_id, NEW.outcome, NEW.duty_waiver_id) IS NOT DISTINCT FROM ROW(OLD.decided_by, OLD.made_elsewhere, OLD.author_id, OLD.applicant_id, OLD.decided_on, OLD.organization_id, OLD.subcontract_id, OLD.outcome, OLD.duty_waiver_id) THEN RETURN NEW; END IF;
  END IF;
  IF NEW.duty_waiver_id IS NULL AND NEW.outcome IN ('complete', 'revoke') THEN RETURN NEW; END IF;
  PERFORM sd_keep_apart('sd_subcontract_decisions', 'apply-approve', NEW.organization_id, ARRAY[NEW.decided_by, (NEW.made_elsewhere ->> 'deciderId')::uuid], ARRAY[NEW.author_id, NEW.applicant_id],
    NEW.duty_waiver_id, (SELECT s.engagement_id FROM subcontracts s
    WHERE s.organization_id = NEW.organization_id AND s.id = NEW.subcontract_id), NEW.decided_on);
  RETURN NEW;
END
$guard$`);
    await runner.query(`CREATE TRIGGER "sd_subcontract_decisions" BEFORE INSERT OR UPDATE ON "subcontract_decisions" FOR EACH ROW
  WHEN (coalesce(NEW.decided_by, (NEW.made_elsewhere ->> 'deciderId')::uuid, NEW.duty_waiver_id) IS NOT NULL) EXECUTE FUNCTION "sd_subcontract_decisions"()`);
    await runner.query(`CREATE OR REPLACE FUNCTION "sd_subcontracts"() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'sd_subcontracts', MESSAGE = 'sd_subcontracts: what was written stands';
END
$guard$`);
    await runner.query(
      `CREATE TRIGGER "sd_subcontracts" BEFORE UPDATE ON "subcontracts" FOR EACH ROW WHEN (ROW(NEW.contract_id, NEW.author_id) IS DISTINCT FROM ROW(OLD.contract_id, OLD.author_id)) EXECUTE FUNCTION "sd_subcontracts"()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION "sd_subcontracts" CASCADE`);
    await runner.query(`DROP FUNCTION "sd_subcontract_decisions" CASCADE`);
    await runner.query(`ALTER TABLE "subcontracts" DROP CONSTRAINT "fk_subcontracts_contract"`);
    await runner.query(`ALTER TABLE "subcontracts" DROP CONSTRAINT "fk_subcontracts_origin"`);
    await runner.query(`ALTER TABLE "subcontracts" DROP CONSTRAINT "fk_subcontracts_vendor"`);
    await runner.query(`ALTER TABLE "subcontracts" DROP CONSTRAINT "fk_subcontracts_author"`);
    await runner.query(
      `ALTER TABLE "subcontract_submissions" DROP CONSTRAINT "fk_subcontract_submissions_subcontract"`,
    );
    await runner.query(
      `ALTER TABLE "subcontract_submissions" DROP CONSTRAINT "fk_subcontract_submissions_applicant"`,
    );
    await runner.query(
      `ALTER TABLE "subcontract_submissions" DROP CONSTRAINT "fk_subcontract_submissions_submitted_in"`,
    );
    await runner.query(
      `ALTER TABLE "subcontract_discoveries" DROP CONSTRAINT "fk_subcontract_discoveries_subcontract"`,
    );
    await runner.query(
      `ALTER TABLE "subcontract_discoveries" DROP CONSTRAINT "fk_subcontract_discoveries_finding"`,
    );
    await runner.query(
      `ALTER TABLE "subcontract_discoveries" DROP CONSTRAINT "fk_subcontract_discoveries_recorder"`,
    );
    await runner.query(
      `ALTER TABLE "subcontract_discoveries" DROP CONSTRAINT "fk_subcontract_discoveries_recorded_in"`,
    );
    await runner.query(
      `ALTER TABLE "subcontract_decisions" DROP CONSTRAINT "fk_subcontract_decisions_submission"`,
    );
    await runner.query(
      `ALTER TABLE "subcontract_decisions" DROP CONSTRAINT "fk_subcontract_decisions_decider"`,
    );
    await runner.query(
      `ALTER TABLE "subcontract_decisions" DROP CONSTRAINT "fk_subcontract_decisions_waiver"`,
    );
    await runner.query(
      `ALTER TABLE "subcontract_decisions" DROP CONSTRAINT "fk_subcontract_decisions_decided_in"`,
    );
    await runner.query(`ALTER TABLE "briefings" DROP CONSTRAINT "fk_briefings_engagement"`);
    await runner.query(`ALTER TABLE "briefings" DROP CONSTRAINT "fk_briefings_vendor"`);
    await runner.query(`ALTER TABLE "briefings" DROP CONSTRAINT "fk_briefings_recorder"`);
    await runner.query(`ALTER TABLE "briefings" DROP CONSTRAINT "fk_briefings_recorded_in"`);
    await runner.query(`ALTER TABLE "contracts" DROP CONSTRAINT "uq_contracts_engagement"`);
    await runner.query(`DROP INDEX "public"."ix_subcontracts_engagement"`);
    await runner.query(`DROP INDEX "public"."ix_subcontracts_origin"`);
    await runner.query(`DROP INDEX "public"."ix_subcontracts_vendor"`);
    await runner.query(`DROP TABLE "subcontracts"`);
    await runner.query(`DROP TABLE "subcontract_submissions"`);
    await runner.query(`DROP INDEX "public"."ix_subcontract_discoveries_subcontract"`);
    await runner.query(`DROP TABLE "subcontract_discoveries"`);
    await runner.query(`DROP INDEX "public"."uq_subcontract_decisions_submission"`);
    await runner.query(`DROP INDEX "public"."ix_subcontract_decisions_subcontract"`);
    await runner.query(`DROP INDEX "public"."ix_subcontract_decisions_waiver"`);
    await runner.query(`DROP TABLE "subcontract_decisions"`);
    await runner.query(`DROP INDEX "public"."ix_briefings_engagement"`);
    await runner.query(`DROP TABLE "briefings"`);
  }
}
