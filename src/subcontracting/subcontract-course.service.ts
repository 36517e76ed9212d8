import { Injectable } from '@nestjs/common';
import { runsOn } from '../contracts/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { BriefingsRepository } from './briefings.repository.js';
import { Chains, type ChainFile } from './chains.js';
import { endFaults, startFaults } from './domain/subcontract-input.js';
import { isApproved } from './domain/subcontract-lifecycle.js';
import { ChainNotRunning, FirmNotBriefed } from './domain/subcontract.errors.js';
import type { EndSubcontractDto, StartSubcontractDto } from './dto/subcontract-decision.dto.js';
import type { SubcontractDetailDto } from './dto/subcontract.dto.js';
import type { SubcontractRow } from './subcontracts.repository.js';

const ABOVE_LEFT = '業務を渡す再委託先が業務から離れたため（the firm above left the chain）';

/** What becomes of a hop that was approved: its firm begins, and it ends. */
@Injectable()
export class SubcontractCourseService {
  constructor(
    private readonly transactor: Transactor,
    private readonly chains: Chains,
    private readonly briefings: BriefingsRepository,
  ) {}

  /**
   * The firm begins: once it was briefed (6(1)④), below firms that are at work, under a contract that runs.
   * @throws NotFound, Stale, InvalidInput, WrongStage, SubcontractNotThere, ChainNotRunning, FirmNotBriefed
   */
  start(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: StartSubcontractDto,
  ): Promise<SubcontractDetailDto> {
    return this.transactor.write(caller, async (tx) => {
      const file = await this.chains.lock(tx, caller, id, expected, 'effective');
      const { hop: before, dossier } = file;
      const { books, subcontracts } = this.chains;
      await books.dossiers.postWith(tx, caller, 'subcontract:write', dossier);
      const today = books.clock.today();
      const { startedOn = today } = body;
      const { decisions } = await subcontracts.history(tx, caller, id);
      const approvedOn = decisions.findLast(({ outcome }) => outcome === 'approve')?.decidedOn;
      refuse(startFaults(startedOn, before, approvedOn ?? startedOn, today));
      refuseUnrunning(file, startedOn);
      if (!(await this.briefings.isBriefed(tx, caller, before, startedOn))) {
        throw new FirmNotBriefed(startedOn);
      }
      const patch = { status: 'effective', startedOn } as const;
      const after = await subcontracts.update(tx, caller, before, patch);
      return this.chains.close(tx, caller, dossier, {
        ...{ action: 'subcontract.started', before, after },
      });
    });
  }

  /**
   * The firm leaves. Those it passed work on to lose their approval, since nobody passes it on to them any
   * more: they are applied for anew, below another.
   * @throws NotFound, Stale, InvalidInput, WrongStage, SubcontractNotThere
   */
  end(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    { endedOn, reason }: EndSubcontractDto,
  ): Promise<SubcontractDetailDto> {
    return this.transactor.write(caller, async (tx) => {
      const file = await this.chains.lock(tx, caller, id, expected, 'ended');
      const { hop: before, dossier } = file;
      const { books, subcontracts } = this.chains;
      await books.dossiers.postWith(tx, caller, 'subcontract:write', dossier);
      const today = books.clock.today();
      const day = endedOn ?? today;
      refuse(endFaults(day, before, today));
      if (isApproved(before.status)) await this.chains.letFallBelow(tx, caller, file, ABOVE_LEFT);
      const patch = { status: 'ended', endedOn: day, endReason: reason } as const;
      const after = await subcontracts.update(tx, caller, before, patch);
      return this.chains.close(tx, caller, dossier, { action: 'subcontract.ended', before, after });
    });
  }
}

/** @throws ChainNotRunning */
function refuseUnrunning({ hop, hops, terms }: ChainFile, day: string): void {
  const origin = hops.find(({ id }) => id === hop.passedOnById);
  if ((origin !== undefined && !worksOn(origin, day)) || !runsOn(terms, day)) {
    throw new ChainNotRunning(day);
  }
}

function worksOn(
  { status, startedOn }: Pick<SubcontractRow, 'status' | 'startedOn'>,
  day: string,
): boolean {
  return status === 'effective' && startedOn !== null && startedOn <= day;
}
