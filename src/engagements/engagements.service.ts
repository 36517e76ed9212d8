import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Change } from '../audit-trail/index.js';
import { BodyPolicy } from '../organizations/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { isInstantKey, pageOf, positionAfter } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { refuseEnded } from './domain/engagement.errors.js';
import {
  dataItemFaults,
  kindFaults,
  periodFaults,
  scopeFaults,
  segmentFaults,
  takeOverFaults,
} from './domain/engagement-input.js';
import { Dossiers } from './dossiers.js';
import type {
  ChangeEngagementDto,
  CreateEngagementDto,
  EngagementPageDto,
  EngagementResponseDto,
  ListEngagementsQuery,
  TakeOverEngagementDto,
} from './dto/engagement.dto.js';
import { EngagementBooks } from './engagement-books.js';
import type { EngagementRow } from './engagements.repository.js';
import type { Dossier } from './dossier.js';
import { refuse } from '../shared/domain/domain-error.js';

/** Why an earlier duty is not counted where an engagement was taken over. */
const BEFORE_ADOPTION = 'ポリシー採用前から継続している案件のため（before adoption）';

@Injectable()
export class EngagementsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: EngagementBooks,
    private readonly dossiers: Dossiers,
    private readonly bodyPolicy: BodyPolicy,
    private readonly clock: BusinessClock,
  ) {}

  /** Plans an engagement on the policy in force today. @throws InvalidInput, NoPolicyInForce */
  create(caller: Caller, body: CreateEngagementDto): Promise<EngagementResponseDto> {
    return this.transactor.write(caller, async (tx) => {
      const { engagement } = await this.draft(tx, caller, body, {});
      await this.record(tx, caller, 'engagement.planned', { after: engagement });
      return engagement;
    });
  }

  /**
   * Brings in an engagement that ran before the body kept its duties here. Those of before the work
   * count as before adoption; those of the running work and of its end are owed from now on, and so
   * is what is asked each time information is handed over.
   */
  takeOver(caller: Caller, body: TakeOverEngagementDto): Promise<EngagementResponseDto> {
    return this.transactor.write(caller, async (tx) => {
      const { ledger } = this.books;
      refuse(takeOverFaults(body, await this.bodyPolicy.keptSince(tx, caller)));
      const dossier = await this.draft(tx, caller, body, {
        status: 'active',
        takenOverFrom: body.since,
        vendorId: body.vendorId ?? null,
      });
      const entries = await ledger.entries(tx, caller, dossier);
      const earlier = entries.filter(
        ({ rule, state }) => rule.phase === 'before' && rule.gate !== 'provide' && state !== 'met',
      );
      await ledger.notApplicable.set(
        tx,
        caller,
        earlier.map(({ row }) => row.id),
        { reason: BEFORE_ADOPTION, by: null },
      );
      const facts = { source: body.source, since: body.since };
      await this.record(tx, caller, 'engagement.taken-over', { after: dossier.engagement, facts });
      return dossier.engagement;
    });
  }

  /** @throws NotFound, Stale, InvalidInput */
  change(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: ChangeEngagementDto,
  ): Promise<EngagementResponseDto> {
    return this.transactor.write(caller, async (tx) => {
      const dossier = await this.dossiers.lock(tx, caller, id, expected);
      const { engagement: before, pack } = dossier;
      refuseEnded(before.status);
      if (body.unitId !== undefined && body.unitId !== before.unitId) {
        await this.dossiers.postWith(tx, caller, 'engagement:decide', dossier);
      }
      const wanted = { ...before, ...body };
      refuse([
        ...scopeFaults(pack, await this.bodyPolicy.partOf(tx, caller, wanted.unitId)),
        ...segmentFaults(pack, wanted.segment),
        ...periodFaults(wanted.startsOn, wanted.endsOn),
      ]);
      await this.books.engagements.update(tx, caller, before, { ...body });
      const { engagement: after } = await this.dossiers.reassess(tx, caller, {
        pack,
        engagement: { ...wanted, version: before.version },
      });
      await this.record(tx, caller, 'engagement.changed', { before, after });
      return after;
    });
  }

  /** @throws NotFound */
  read(caller: Caller, id: string): Promise<EngagementResponseDto> {
    return this.transactor.read(caller, (tx) => this.books.engagements.read(tx, caller, id));
  }

  async list(caller: Caller, query: ListEngagementsQuery): Promise<EngagementPageDto> {
    const after = positionAfter(query, isInstantKey);
    const filter = { ...query, limit: query.limit + 1 };
    const rows = await this.transactor.read(caller, (tx) =>
      this.books.engagements.list(tx, caller, filter, after),
    );
    return pageOf(query, rows, {
      position: ({ updatedAt, id }) => ({ key: updatedAt, id }),
      item: (row) => row,
    });
  }

  private async draft(
    tx: Tx,
    caller: Caller,
    body: CreateEngagementDto,
    start: Partial<EngagementRow>,
  ): Promise<Dossier> {
    const { versionId, pack } = await this.bodyPolicy.inForce(tx, caller);
    const { engagements } = this.books;
    const { dataItems = [], endsOn = null, workTypes = [], tierAnswers = [] } = body;
    refuse([
      ...scopeFaults(pack, await this.bodyPolicy.partOf(tx, caller, body.unitId)),
      ...kindFaults(body.kinds),
      ...segmentFaults(pack, body.segment),
      ...periodFaults(body.startsOn, endsOn),
      ...dataItems.flatMap((item, at) => dataItemFaults(pack, item, `#/dataItems/${String(at)}`)),
    ]);
    const { title, description, kinds, unitId, segment, startsOn } = body;
    const id = uuidv7();
    await engagements.insert(tx, caller, {
      ...{ id, title, description, kinds, unitId, segment, startsOn },
      ...{ endsOn, workTypes, tierAnswers, policyVersionId: versionId, version: 0 },
      ...{
        status: 'planned',
        course: 'procurement',
        facts: [],
        vendorId: null,
        cloudServiceId: null,
      },
      ...{ draftedBy: caller.personId, takenOverFrom: null },
      ...{ registeredOn: this.clock.today(), closedOn: null },
      ...start,
    });
    if (dataItems.length > 0) {
      const rows = dataItems.map((item) => ({ ...item, id: uuidv7(), engagementId: id }));
      await engagements.insertDataItems(tx, caller, rows);
    }
    return this.dossiers.reassess(tx, caller, await this.dossiers.lock(tx, caller, id));
  }

  private record(
    tx: Tx,
    caller: Caller,
    action: string,
    change: Pick<Change, 'before' | 'facts'> & { readonly after: EngagementRow },
  ): Promise<void> {
    const subject = { kind: 'engagement', id: change.after.id };
    return this.books.trail.append(tx, caller, { action, subject, ...change });
  }
}
