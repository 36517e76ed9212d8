import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { refuseEnded, type Dossier } from '../engagements/index.js';
import { FindingRaising } from '../findings/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { Chains } from './chains.js';
import { discoveryFaults, foundFaults } from './domain/subcontract-input.js';
import type { DiscoverFirmDto, DiscoverSubcontractDto } from './dto/discovery.dto.js';
import type { SubcontractDetailDto } from './dto/subcontract.dto.js';
import { newHop } from './new-hop.js';

/** Firms found at work without approval: a finding is opened, and that it was so stays on record. */
@Injectable()
export class SubcontractDiscoveriesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly chains: Chains,
    private readonly findings: FindingRaising,
  ) {}

  /** Enters a firm that stands nowhere in the chain. @throws NotFound, InvalidInput, WrongStage */
  enter(
    caller: Caller,
    engagementId: string,
    body: DiscoverFirmDto,
  ): Promise<SubcontractDetailDto> {
    const { discoveredOn, statement, articleKey, ...stated } = body;
    return this.transactor.write(caller, async (tx) => {
      const { dossiers } = this.chains.books;
      const dossier = await dossiers.lock(tx, caller, engagementId);
      refuseEnded(dossier.engagement.status);
      const hop = newHop(stated, { engagementId, authorId: caller.personId });
      const after = { ...hop, status: 'unauthorized' as const };
      await this.chains.refuseMisplacedNew(tx, caller, dossier, after, foundFaults);
      await this.chains.subcontracts.insert(tx, caller, after);
      await this.discover(tx, caller, dossier, after.id, { discoveredOn, statement, articleKey });
      const change = { action: 'subcontract.unauthorized', after };
      return this.chains.close(tx, caller, dossier, change);
    });
  }

  /** Marks a hop whose firm was found at work before or without its approval. @throws NotFound, Stale, InvalidInput, WrongStage, SubcontractNotThere */
  mark(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: DiscoverSubcontractDto,
  ): Promise<SubcontractDetailDto> {
    return this.transactor.write(caller, async (tx) => {
      const file = await this.chains.lock(tx, caller, id, expected, 'unauthorized');
      const { hop: before, dossier } = file;
      await this.discover(tx, caller, dossier, id, body);
      const patch = { status: 'unauthorized', endedOn: null, endReason: null } as const;
      const after = await this.chains.subcontracts.update(tx, caller, before, patch);
      const change = { action: 'subcontract.unauthorized', before, after };
      return this.chains.close(tx, caller, dossier, change);
    });
  }

  private async discover(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    id: string,
    { discoveredOn, statement, articleKey }: DiscoverSubcontractDto,
  ): Promise<void> {
    const { dossiers, clock, notices } = this.chains.books;
    const recordedIn = await dossiers.postWith(tx, caller, 'finding:write', dossier);
    refuse(discoveryFaults(discoveredOn, clock.today()));
    const stated = { articleKey, severity: 'major', statement } as const;
    const { id: findingId } = await this.findings.raise(tx, caller, dossier, stated);
    await this.chains.subcontracts.insertDiscovery(tx, caller, {
      ...{ id: uuidv7(), subcontractId: id, discoveredOn, statement, findingId },
      ...{ recordedBy: caller.personId, recordedIn },
    });
    const subject = { kind: 'subcontract', id };
    const event = { code: 'subcontract.unauthorized', subject, people: [] } as const;
    await notices.tell(tx, caller, dossier, event);
  }
}
