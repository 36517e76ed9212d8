import { Injectable } from '@nestjs/common';
import { RuleDocumentsRepository, type Dossier } from '../engagements/index.js';
import { refuse, type InputFault } from '../shared/domain/domain-error.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { namedInBody, TermsSnapshotsRepository } from '../vendors/index.js';
import {
  lightFaults,
  otherServiceFault,
  ruleFaults,
  socialMediaFaults,
  type ApplicationContent,
} from './domain/application-content.js';
import { TrustJudgementsRepository } from './trust-judgements.repository.js';

/** Whether what an application names goes together: the service, the rules, the terms. */
@Injectable()
export class ApplicationChecks {
  constructor(
    private readonly ruleDocuments: RuleDocumentsRepository,
    private readonly snapshots: TermsSnapshotsRepository,
    private readonly judgements: TrustJudgementsRepository,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws InvalidInput */
  async require(
    tx: Tx,
    scope: Scope,
    { engagement }: Dossier,
    content: ApplicationContent,
  ): Promise<void> {
    const isSocialMedia = engagement.kinds.includes('social-media');
    const judged = await this.judgements.current(tx, scope, engagement.id);
    refuse([
      ...socialMediaFaults(isSocialMedia, content),
      ...(engagement.course === 'light' ? lightFaults(content) : []),
      ...serviceFaults(content, {
        selected: engagement.cloudServiceId,
        judged: judged?.cloudServiceId,
      }),
      ...(await this.ruleFaults(tx, scope, isSocialMedia, content)),
    ]);
    const { cloudServiceId, termsSnapshotId: id } = content;
    if (id === null) return;
    await namedInBody('#/termsSnapshotId', () =>
      this.snapshots.read(tx, scope, { cloudServiceId, id }),
    );
  }

  private async ruleFaults(
    tx: Tx,
    scope: Scope,
    isSocialMedia: boolean,
    { ruleDocumentId }: ApplicationContent,
  ): Promise<InputFault[]> {
    if (ruleDocumentId === null) return [];
    const document = await namedInBody('#/ruleDocumentId', () =>
      this.ruleDocuments.read(tx, scope, ruleDocumentId),
    );
    return ruleFaults(isSocialMedia, document, this.clock.today());
  }
}

function serviceFaults(
  { cloudServiceId }: ApplicationContent,
  { selected, judged }: { selected: string | null; judged: string | undefined },
): InputFault[] {
  if (selected !== null && selected !== cloudServiceId) return [otherServiceFault('selected')];
  if (judged !== undefined && judged !== cloudServiceId) return [otherServiceFault('judged')];
  return [];
}
