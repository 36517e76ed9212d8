import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { refuseEnded, type Dossier } from '../engagements/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { isCalendarDate } from '../shared/domain/calendar-date.js';
import { refuse, type InputFault } from '../shared/domain/domain-error.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { Chains } from './chains.js';
import { ContractorRecords } from './contractor-records.js';
import { rosterDifferences, type AccessWay } from './domain/roster-differences.js';
import { firmFaults, rosterFaults, rosterStatement, type RosterContent } from './domain/roster.js';
import { RosterOfAnotherFirm } from './domain/subcontract.errors.js';
import type {
  FiledWorkerDto,
  FileRosterDto,
  ListRostersQuery,
  RosterDifferencesDto,
  RosterDto,
  RosterPageDto,
} from './dto/roster.dto.js';
import { RostersRepository, type RosterHead, type RosterRow } from './rosters.repository.js';

/** Record kind of the base pack by which the body proves that it knows workers and places (9(1)②ア(エ)-3). */
const RECORD = 'worker-roster';

/** Who of each firm of the chain does the work, and where. */
@Injectable()
export class RostersService {
  constructor(
    private readonly transactor: Transactor,
    private readonly chains: Chains,
    private readonly rosters: RostersRepository,
    private readonly records: ContractorRecords,
  ) {}

  /**
   * Files the roster of a firm as it stands from a day. That of the contractor also files the record that
   * proves the duty. @throws NotFound, InvalidInput, WrongStage, RoleRequired
   */
  file(caller: Caller, engagementId: string, body: FileRosterDto): Promise<RosterDto> {
    return this.transactor.write(caller, async (tx) => {
      const { dossiers, trail } = this.chains.books;
      const dossier = await dossiers.lock(tx, caller, engagementId);
      refuseEnded(dossier.engagement.status);
      const post = await dossiers.postWith(tx, caller, 'roster:write', dossier);
      if (post === null) throw new Error('A system files no roster');
      const { from: fromOn, submittedOn, documentNumber, change, responsible } = body;
      const row: RosterRow = {
        ...{ id: uuidv7(), engagementId, vendorId: body.vendorId.toLowerCase() },
        ...{ fromOn, submittedOn, documentNumber, change, responsible },
        workers: body.workers.map(asKept),
        sites: body.sites.map((site) => ({ ...site })),
        ...{ recordedBy: caller.personId, recordedAs: post.roleId, recordedIn: post },
      };
      const content = { ...row, from: fromOn };
      refuse(await this.faults(tx, caller, dossier, content));
      await this.rosters.insert(tx, caller, row);
      const subject = { kind: 'roster', id: row.id };
      await trail.append(tx, caller, { action: 'roster.filed', subject, after: row });
      await this.records.file(tx, caller, dossier, row.vendorId, {
        ...{ kind: RECORD, statedOn: submittedOn, statement: rosterStatement(content) },
        ...{ evidence: [documentNumber], recordedAs: post.roleId, recordedIn: post },
      });
      await dossiers.touch(tx, caller, dossier);
      return shown(row);
    });
  }

  /** @throws NotFound, InvalidInput */
  list(caller: Caller, engagementId: string, query: ListRostersQuery): Promise<RosterPageDto> {
    const page = { after: positionAfter(query, isCalendarDate), limit: query.limit + 1 };
    return this.transactor.read(caller, async (tx) => {
      await this.chains.books.dossiers.read(tx, caller, engagementId);
      const of = { engagementId, vendorId: query.vendorId };
      const rows = await this.rosters.list(tx, caller, of, page);
      return pageOf(query, rows, {
        position: ({ fromOn, id }: RosterHead) => ({ key: fromOn, id }),
        item: ({ fromOn: from, ...row }: RosterHead) => ({ ...row, from }),
      });
    });
  }

  /** @throws NotFound */
  read(caller: Caller, id: string): Promise<RosterDto> {
    return this.transactor.read(caller, async (tx) =>
      shown(await this.rosters.read(tx, caller, id)),
    );
  }

  /**
   * What differs from another roster of the same firm to this one. People of different firms are never held
   * against each other. @throws NotFound, RosterOfAnotherFirm
   */
  differences(caller: Caller, id: string, fromId: string): Promise<RosterDifferencesDto> {
    return this.transactor.read(caller, async (tx) => {
      const after = await this.rosters.read(tx, caller, id);
      const before = await this.rosters.read(tx, caller, fromId);
      if (!isOfSameFirm(before, after)) throw new RosterOfAnotherFirm();
      const access = await this.accessOf(tx, caller, after.engagementId);
      const { left, changed, ...rest } = rosterDifferences(before, after, access);
      return {
        ...{ fromId: before.id, toId: after.id },
        joined: rest.joined.map(shownWorker),
        left: left.map(({ worker, toRevoke }) => ({
          ...{ worker: shownWorker(worker), toRevoke: [...toRevoke] },
        })),
        changed: changed.map((one) => ({
          ...{ before: shownWorker(one.before), after: shownWorker(one.after) },
          ...{ members: [...one.members], toRevoke: [...one.toRevoke] },
        })),
        sitesAdded: [...rest.sitesAdded],
        sitesRemoved: [...rest.sitesRemoved],
        sitesChanged: [...rest.sitesChanged],
      };
    });
  }

  private async faults(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    roster: RosterRow & RosterContent,
  ): Promise<InputFault[]> {
    const contractors = await this.records.contractors(tx, caller, dossier);
    const hops = await this.chains.subcontracts.ofEngagement(tx, caller, dossier.engagement.id);
    const isFirst = !(await this.rosters.hasAny(tx, caller, roster));
    const today = this.chains.books.clock.today();
    return [
      ...firmFaults(roster.vendorId, contractors, hops),
      ...rosterFaults(roster, { today, isFirst }),
    ];
  }

  /** The ways of access that signed contracts of the engagement name. */
  private async accessOf(tx: Tx, caller: Caller, engagementId: string): Promise<AccessWay[]> {
    const { terms } = this.chains.books;
    const contracts = await terms.ofEngagement(tx, caller, engagementId);
    const signed = contracts.filter(({ status }) => status !== 'draft').map(({ id }) => id);
    const matrix = await terms.accessMatrix(tx, caller, engagementId);
    return matrix.filter(({ contractId }) => signed.includes(contractId));
  }
}

function asKept({ name, distinction, employer, work, sites, evidence }: FiledWorkerDto) {
  return {
    ...{ name, distinction: distinction ?? null, employer: employer ?? null },
    ...{ work, sites, evidence },
  };
}

function isOfSameFirm(one: RosterRow, other: RosterRow): boolean {
  return one.engagementId === other.engagementId && one.vendorId === other.vendorId;
}

function shown({ fromOn: from, ...row }: RosterRow): RosterDto {
  return { ...row, from, workers: row.workers.map(shownWorker), sites: [...row.sites] };
}

function shownWorker(worker: RosterRow['workers'][number]): RosterDto['workers'][number] {
  return { ...worker, sites: [...worker.sites] };
}
