import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Dossier } from '../engagements/index.js';
import { canonicalJson } from '../shared/domain/canonical-json.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { sha256Hex } from '../shared/hashing.js';
import { BusinessClock } from '../shared/time/clock.js';
import { borneOutBy, CertificateStandings, compareCoverage } from '../vendors/index.js';
import { ComparisonsRepository, type CandidateFacts } from './comparisons.repository.js';
import {
  comparedFairly,
  topicScores,
  type ComparedCertificate,
  type ComparisonContent,
} from './domain/comparison.js';
import { isVital, weighExitPlan } from './domain/exit-plan.js';

type HeldCertificate = Awaited<ReturnType<CertificateStandings['ofVendors']>>[number];

/** Sets the candidates of an engagement side by side, and keeps what was decided on. */
@Injectable()
export class Comparisons {
  constructor(
    private readonly comparisons: ComparisonsRepository,
    private readonly certificates: CertificateStandings,
    private readonly clock: BusinessClock,
  ) {}

  /** The candidates as they stand today. */
  async compare(tx: Tx, scope: Scope, { engagement }: Dossier): Promise<ComparisonContent> {
    const comparedOn = this.clock.today();
    const facts = await this.comparisons.candidates(tx, scope, engagement.id, comparedOn);
    const firms = facts.flatMap(({ vendorId, providerId }) => [vendorId, providerId ?? vendorId]);
    const held = await this.certificates.ofVendors(tx, scope, [...new Set(firms)]);
    const vital = isVital(engagement.facts);
    const items = facts.map(({ contributions, exitPlan, providerId, ...candidate }) => ({
      ...candidate,
      topics: topicScores(contributions),
      certificates: certificatesOf({ ...candidate, providerId }, held),
      exit: exitPlan && weighExitPlan(exitPlan, vital),
    }));
    const { id: engagementId, title } = engagement;
    return { engagementId, title, comparedOn, items: comparedFairly(items) };
  }

  /** Keeps the comparison on which a candidate is selected. @returns its id */
  async keep(tx: Tx, scope: Scope, dossier: Dossier, assessmentId: string): Promise<string> {
    const compared = await this.compare(tx, scope, dossier);
    const items = compared.items.map((item) => ({
      ...item,
      isSelected: item.assessmentId === assessmentId,
    }));
    const content = { ...compared, items };
    const contentHash = sha256Hex(canonicalJson(content));
    const id = uuidv7();
    const { engagementId } = content;
    await this.comparisons.insert(tx, scope, { id, engagementId, content, contentHash });
    return id;
  }
}

/** Those of the candidate and of who provides its service, as far as they are about it. */
function certificatesOf(
  {
    vendorId,
    providerId,
    cloudServiceId,
    regions,
  }: Pick<CandidateFacts, 'vendorId' | 'providerId' | 'cloudServiceId' | 'regions'>,
  held: readonly HeldCertificate[],
): ComparedCertificate[] {
  return held
    .filter((one) => [vendorId, providerId].includes(one.vendorId))
    .filter((one) => [null, cloudServiceId].includes(one.cloudServiceId))
    .map((one) => {
      const { id, scheme, number, standing, lastDay } = one;
      const reliedOn = cloudServiceId === null ? null : { cloudServiceId, regions, site: null };
      const isMismatch = reliedOn !== null && compareCoverage(one, reliedOn).isMismatch;
      const provesCriteria = borneOutBy({ scheme, standing, isMismatch });
      return { id, scheme, number, standing, lastDay, isMismatch, provesCriteria };
    });
}
