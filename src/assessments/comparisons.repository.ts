import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import type { Text } from '../shared/domain/text.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { OfferedSubcontractor } from './domain/offer.js';
import { Comparison } from './comparison.entity.js';
import type { ComparedCandidate } from './domain/comparison.js';
import type { ExitPlan } from './domain/exit-plan.js';
import type { WeightedAnswer } from './domain/judgement.js';
import { HEAD_FROM } from './assessment-head.js';
import { LATEST_OFFER } from './offers.repository.js';

const OF_A = 'organization_id = a.organization_id AND';

const CANDIDATES = `
  SELECT a.id AS "assessmentId", a.vendor_id AS "vendorId", v.name AS "vendorName",
    a.cloud_service_id AS "cloudServiceId", s.name AS "cloudServiceName", s.vendor_id AS "providerId",
    a.status, a.round, a.method, o.result, o.score, l.id IS NOT NULL AS "isSelected",
    coalesce(o.conditions, '[]') AS conditions,
    (SELECT coalesce(json_agg(x.value || jsonb_build_object('topic', c.topic) ORDER BY c.position), '[]')
      FROM jsonb_array_elements(o.knock_outs) AS x (value)
      JOIN assessment_criteria c ON c.${OF_A} c.assessment_id = a.id
        AND c.criterion_id = x.value ->> 'criterionId') AS "knockOuts",
    (SELECT coalesce(json_agg(x.value || jsonb_build_object('topic', c.topic) ORDER BY c.position), '[]')
      FROM jsonb_array_elements(o.contributions) AS x (value)
      JOIN assessment_criteria c ON c.${OF_A} c.assessment_id = a.id
        AND c.criterion_id = x.value ->> 'criterionId') AS contributions,
    (SELECT coalesce(json_agg(json_build_object('country', g.country, 'providerRegion', g.provider_region, 'use', g.use)
        ORDER BY g.country, g.provider_region NULLS FIRST, g.use), '[]')
      FROM cloud_service_regions g
      WHERE g.${OF_A} g.cloud_service_id = a.cloud_service_id AND g.started_on <= $3
        AND (g.ended_on IS NULL OR g.ended_on > $3)) AS regions,
    f.subcontractors, f.exit_plan AS "exitPlan"
  ${HEAD_FROM}
  LEFT JOIN selections l ON l.organization_id = a.organization_id AND l.engagement_id = a.engagement_id
    AND l.assessment_id = a.id AND l.voided_on IS NULL
  LEFT JOIN LATERAL (${LATEST_OFFER}) AS f ON true
  WHERE a.organization_id = $1 AND a.engagement_id = $2 ORDER BY a.id`;

export type ComparisonRow = Omit<Comparison, 'organizationId'>;

/** A candidate with what its comparison follows from. */
export type CandidateFacts = Omit<ComparedCandidate, 'topics' | 'certificates' | 'exit'> & {
  /** Who provides the service it offers. */
  readonly providerId: string | null;
  readonly contributions: readonly (WeightedAnswer & { readonly topic: Text })[];
  readonly subcontractors: readonly OfferedSubcontractor[] | null;
  readonly exitPlan: ExitPlan | null;
};

@Injectable()
export class ComparisonsRepository {
  /** The candidates of an engagement as they stand on a day, the first asked first. */
  candidates(tx: Tx, scope: Scope, engagementId: string, day: string): Promise<CandidateFacts[]> {
    return execute(tx, {
      name: 'comparison-candidates',
      text: CANDIDATES,
      values: [scope.organizationId, engagementId, day],
    });
  }

  async insert(tx: Tx, scope: Scope, row: ComparisonRow): Promise<void> {
    const { organizationId } = scope;
    const { content, ...rest } = row;
    await tx.insert(Comparison, {
      ...{ ...rest, organizationId },
      content: { ...content, items: [...content.items] },
    });
  }

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<ComparisonRow> {
    const [row] = await execute<ComparisonRow>(tx, {
      name: 'comparison-read',
      text: `SELECT id, engagement_id AS "engagementId", content, content_hash AS "contentHash"
             FROM comparisons WHERE organization_id = $1 AND id = $2`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }
}
