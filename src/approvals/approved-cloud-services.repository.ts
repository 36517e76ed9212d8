import { Injectable } from '@nestjs/common';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { ApprovedCloudService } from './approved-cloud-service.entity.js';
import type { EntryStanding } from './domain/entry-status.js';

const USING = `
  SELECT e.id FROM engagements e
  WHERE e.organization_id = $1 AND e.closed_on IS NULL AND EXISTS (
    SELECT FROM use_applications a
    WHERE a.organization_id = e.organization_id AND a.engagement_id = e.id
      AND a.cloud_service_id = $2 AND a.status IN ('submitted', 'approved'))
  ORDER BY e.id`;

const USING_ANY = `
  SELECT e.id FROM engagements e
  WHERE e.organization_id = $1 AND e.closed_on IS NULL AND EXISTS (
    SELECT FROM use_applications a
    WHERE a.organization_id = e.organization_id AND a.engagement_id = e.id AND a.status IN ('submitted', 'approved'))
  ORDER BY e.id FOR UPDATE`;

const HANDLED_IN = `
  SELECT DISTINCT e.id AS "engagementId", d.confidentiality, r.country, r.provider_region AS "providerRegion"
  FROM engagements e
  JOIN use_applications a ON a.organization_id = e.organization_id AND a.engagement_id = e.id
    AND a.status IN ('submitted', 'approved')
  JOIN cloud_service_regions r ON r.organization_id = a.organization_id AND r.cloud_service_id = a.cloud_service_id
    AND r.started_on <= $2 AND (r.ended_on IS NULL OR r.ended_on > $2)
  JOIN data_items d ON d.organization_id = e.organization_id AND d.engagement_id = e.id AND d.ended_on IS NULL
  WHERE e.organization_id = $1 AND e.closed_on IS NULL
  ORDER BY e.id`;

const RESTING_ON = `
  SELECT e.id FROM engagements e
  WHERE e.organization_id = $1 AND e.closed_on IS NULL AND (e.vendor_id = $2 OR EXISTS (
    SELECT FROM cloud_services s
    WHERE s.organization_id = e.organization_id AND s.vendor_id = $2 AND (s.id = e.cloud_service_id OR EXISTS (
      SELECT FROM use_applications a
      WHERE a.organization_id = e.organization_id AND a.engagement_id = e.id
        AND a.cloud_service_id = s.id AND a.status IN ('submitted', 'approved')))))
  ORDER BY e.id`;

const SERVICES = `
  SELECT cloud_service_id AS id FROM engagements
  WHERE organization_id = $1 AND id = $2 AND cloud_service_id IS NOT NULL
  UNION
  SELECT cloud_service_id FROM use_applications
  WHERE organization_id = $1 AND engagement_id = $2 AND status IN ('draft', 'submitted', 'returned', 'approved')
  ORDER BY id`;

export type ApprovedCloudServiceRow = Omit<ApprovedCloudService, 'organizationId'>;

/** An entry that stands, and what was decided. */
export interface StandingApproval {
  readonly entryId: string;
  readonly applicationId: string;
  readonly decisionId: string;
  readonly standing: EntryStanding;
  /** The day it was decided. */
  readonly approvedOn: string;
  /** Of the material content decided on. */
  readonly contentHash: string;
  /** Who decided, or recorded that it was decided elsewhere, and who manages the service since. */
  readonly decidedBy: string | null;
  readonly recordedBy: string;
  readonly managerId: string;
}

/** That an engagement has information of a class handled in a place. */
interface Handled {
  readonly engagementId: string;
  readonly confidentiality: string;
  readonly country: string;
  readonly providerRegion: string | null;
}

@Injectable()
export class ApprovedCloudServicesRepository {
  async insert(tx: Tx, scope: Scope, row: ApprovedCloudServiceRow): Promise<void> {
    await tx.insert(ApprovedCloudService, { ...row, organizationId: scope.organizationId });
  }

  async update(
    tx: Tx,
    scope: Scope,
    id: string,
    patch: Pick<ApprovedCloudServiceRow, 'standing' | 'voidedOn'>,
  ): Promise<void> {
    await tx.update(ApprovedCloudService, { organizationId: scope.organizationId, id }, patch);
  }

  /** The approval an engagement has; undefined where it has none. */
  async standing(
    tx: Tx,
    scope: Scope,
    engagementId: string,
  ): Promise<StandingApproval | undefined> {
    const [row] = await execute<{ [K in keyof StandingApproval]: StandingApproval[K] }>(tx, {
      name: 'approved-cloud-service-standing',
      text: `SELECT s.id AS "entryId", s.application_id AS "applicationId", s.decision_id AS "decisionId",
                    s.standing, s.approved_on AS "approvedOn", d.content_hash AS "contentHash",
                    d.decided_by AS "decidedBy", d.recorded_by AS "recordedBy", s.manager_id AS "managerId"
             FROM approved_cloud_services s
             JOIN use_decisions d ON d.organization_id = s.organization_id AND d.id = s.decision_id
             WHERE s.organization_id = $1 AND s.engagement_id = $2 AND s.standing <> 'voided'`,
      values: [scope.organizationId, engagementId],
    });
    return row;
  }

  /**
   * The running engagements in which the service is applied for or approved, locked one after the other in
   * one order, so that two who need the same ones do not wait for each other.
   */
  async lockUsing(tx: Tx, { organizationId }: Scope, cloudServiceId: string): Promise<void> {
    await execute(tx, {
      name: 'engagements-using-cloud-service-lock',
      text: `${USING} FOR UPDATE`,
      values: [organizationId, cloudServiceId],
    });
  }

  /** The running engagements in which the service is applied for or approved, in the order they were locked in. */
  async engagementsUsing(
    tx: Tx,
    { organizationId }: Scope,
    cloudServiceId: string,
  ): Promise<string[]> {
    const rows = await execute<{ id: string }>(tx, {
      name: 'engagements-using-cloud-service',
      text: USING,
      values: [organizationId, cloudServiceId],
    });
    return rows.map(({ id }) => id);
  }

  /** The running engagements in which any service is applied for or approved, locked in the same order. */
  async lockUsingAny(tx: Tx, { organizationId }: Scope): Promise<void> {
    await execute(tx, {
      name: 'engagements-using-any-lock',
      text: USING_ANY,
      values: [organizationId],
    });
  }

  /** Where the services that running engagements use or applied for handle which classes, in the order of the lock. */
  handledIn(tx: Tx, { organizationId }: Scope, day: string): Promise<Handled[]> {
    return execute<{ [K in keyof Handled]: Handled[K] }>(tx, {
      name: 'information-handled-in',
      text: HANDLED_IN,
      values: [organizationId, day],
    });
  }

  /**
   * The running engagements that are entrusted to a vendor, or in which a service of it is used or applied
   * for, locked in the same order.
   */
  async lockRestingOn(tx: Tx, { organizationId }: Scope, vendorId: string): Promise<void> {
    await execute(tx, {
      name: 'engagements-resting-on-vendor-lock',
      text: `${RESTING_ON} FOR UPDATE`,
      values: [organizationId, vendorId],
    });
  }

  /** The same engagements, in the order they were locked in. */
  async engagementsRestingOn(
    tx: Tx,
    { organizationId }: Scope,
    vendorId: string,
  ): Promise<string[]> {
    const rows = await execute<{ id: string }>(tx, {
      name: 'engagements-resting-on-vendor',
      text: RESTING_ON,
      values: [organizationId, vendorId],
    });
    return rows.map(({ id }) => id);
  }

  /** The cloud services of an engagement: the one selected, and those applied for that may still be used. */
  async servicesOf(tx: Tx, { organizationId }: Scope, engagementId: string): Promise<string[]> {
    const rows = await execute<{ id: string }>(tx, {
      name: 'cloud-services-of-engagement',
      text: SERVICES,
      values: [organizationId, engagementId],
    });
    return rows.map(({ id }) => id);
  }
}
