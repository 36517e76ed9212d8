import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { runsOn } from '../contracts/index.js';
import { decisionDayFaults } from '../engagements/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { isSuspendedOn, VendorsRepository } from '../vendors/index.js';
import { Chains, type ChainFile } from './chains.js';
import { obstaclesTo } from './domain/approval-rules.js';
import { rankBelow } from './domain/chain.js';
import { commentFaults, decidedFaults } from './domain/subcontract-input.js';
import { statusAfter, type DecidedOutcome } from './domain/subcontract-lifecycle.js';
import { SubcontractNotApprovable } from './domain/subcontract.errors.js';
import type {
  DecideSubcontractDto,
  RevokeSubcontractDto,
  ScreenSubcontractDto,
} from './dto/subcontract-decision.dto.js';
import type { SubcontractDetailDto } from './dto/subcontract.dto.js';
import { SubcontractDeciders, type Office } from './subcontract-deciders.js';
import type { SubcontractDecisionRow } from './subcontracts.repository.js';

/** Decisions about hops: that an application is complete, on the application, and to take an approval back. */
@Injectable()
export class SubcontractDecisionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly chains: Chains,
    private readonly deciders: SubcontractDeciders,
    private readonly vendors: VendorsRepository,
  ) {}

  /**
   * Finds an application complete, so that it can be decided on, or returns it.
   * @throws NotFound, Stale, InvalidInput, WrongStage, SubcontractNotThere, RoleRequired
   */
  screen(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: ScreenSubcontractDto,
  ): Promise<SubcontractDetailDto> {
    const { outcome, comment = null } = body;
    refuse(commentFaults(outcome, comment));
    return this.transactor.write(caller, async (tx) => {
      const file = await this.chains.lock(tx, caller, id, expected, statusAfter(outcome));
      const { dossiers } = this.chains.books;
      const post = await dossiers.postWith(tx, caller, 'subcontract:decide', file.dossier);
      if (post === null) throw new Error('A system does not screen');
      const decidedOn = this.chains.books.clock.today();
      await this.write(tx, caller, file, {
        ...{ outcome, comment, criteria: [], decidedOn, madeElsewhere: null, dutyWaiverId: null },
        ...{ decidedAs: post.roleId, decidedIn: post },
      });
      return this.conclude(tx, caller, file, outcome);
    });
  }

  /**
   * Approves, returns or rejects what was read. An approval counts for exactly that: contract, firm, work,
   * information, places (9(1)②ア(エ)-9, 9(2)③カ).
   * @throws NotFound, Stale, InvalidInput, WrongStage, SubcontractNotThere, RoleRequired, SeparationOfDuties,
   * SubcontractNotApprovable
   */
  decide(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: DecideSubcontractDto,
  ): Promise<SubcontractDetailDto> {
    const { outcome, comment = null, madeElsewhere } = body;
    refuse(commentFaults(outcome, comment));
    return this.transactor.write(caller, async (tx) => {
      const file = await this.chains.lock(tx, caller, id, expected, statusAfter(outcome));
      const { dossier, hop } = file;
      const { subcontracts, books } = this.chains;
      const decidedOn = madeElsewhere?.decidedOn ?? books.clock.today();
      const { applicantId, appliedOn } = await subcontracts.application(tx, caller, hop);
      refuse([
        ...decisionDayFaults(decidedOn, dossier.engagement, books.clock.today()),
        ...decidedFaults(decidedOn, appliedOn),
      ]);
      const office = await this.deciders.office(tx, caller, dossier, madeElsewhere);
      const earlier = [hop.authorId, applicantId];
      const dutyWaiverId = await this.deciders.apart(tx, caller, dossier, {
        ...{ on: decidedOn, earlier, elsewhere: madeElsewhere, deciding: office.deciding },
      });
      const { cited, missing } = await this.deciders.criteria(tx, caller, dossier, decidedOn);
      if (outcome === 'approve') await this.refuseObstacles(tx, caller, file, decidedOn, missing);
      await this.write(tx, caller, file, {
        ...{ outcome, comment, criteria: cited, decidedOn, dutyWaiverId },
        ...{ ...inOffice(office), madeElsewhere: madeElsewhere ? { ...madeElsewhere } : null },
      });
      return this.conclude(tx, caller, file, outcome);
    });
  }

  /**
   * Takes an approval back. Those below fall with it. Whoever applied may do so: nothing is kept apart.
   * @throws NotFound, Stale, InvalidInput, WrongStage, SubcontractNotThere, RoleRequired
   */
  revoke(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    { reason, madeElsewhere }: RevokeSubcontractDto,
  ): Promise<SubcontractDetailDto> {
    return this.transactor.write(caller, async (tx) => {
      const file = await this.chains.lock(tx, caller, id, expected, 'revoked');
      const { clock } = this.chains.books;
      const decidedOn = madeElsewhere?.decidedOn ?? clock.today();
      refuse(decisionDayFaults(decidedOn, file.dossier.engagement, clock.today()));
      const office = await this.deciders.office(tx, caller, file.dossier, madeElsewhere);
      await this.deciders.refuseStranger(tx, caller, madeElsewhere, office.deciding);
      await this.write(tx, caller, file, {
        ...{ outcome: 'revoke', comment: reason, criteria: [], decidedOn, dutyWaiverId: null },
        ...{ ...inOffice(office), madeElsewhere: madeElsewhere ? { ...madeElsewhere } : null },
      });
      await this.chains.letFallBelow(tx, caller, file, ABOVE_REVOKED);
      return this.conclude(tx, caller, file, 'revoke');
    });
  }

  /** @throws SubcontractNotApprovable naming everything in the way */
  private async refuseObstacles(
    tx: Tx,
    caller: Caller,
    file: ChainFile,
    day: string,
    criteriaMissing: Parameters<typeof obstaclesTo>[0]['criteriaMissing'],
  ): Promise<void> {
    const { hop, hops, terms } = file;
    await this.chains.refuseMisplaced(tx, caller, hop, file);
    const firm = await this.vendors.read(tx, caller, hop.vendorId);
    const origin = hops.find(({ id }) => id === hop.passedOnById)?.status ?? null;
    const { items } = this.chains.contentOf(hop, file);
    const obstacles = obstaclesTo({
      ...hop,
      ...{ handlesPersonalInformation: items.some((item) => item.personalInformation) },
      ...{ contractRuns: runsOn(terms, day), origin, maxRank: terms.maxRank, criteriaMissing },
      ...{ rank: rankBelow(hops, hop.passedOnById), isSuspended: isSuspendedOn(firm, day) },
    });
    if (obstacles.length > 0) throw new SubcontractNotApprovable(obstacles);
  }

  private async write(
    tx: Tx,
    caller: Caller,
    file: ChainFile,
    decided: Omit<
      SubcontractDecisionRow,
      | 'id'
      | 'subcontractId'
      | 'number'
      | 'authorId'
      | 'applicantId'
      | 'rank'
      | 'contentHash'
      | 'decidedBy'
    >,
  ): Promise<void> {
    const { hop, hops } = file;
    const { subcontracts } = this.chains;
    const { applicantId } = await subcontracts.application(tx, caller, hop);
    await subcontracts.insertDecision(tx, caller, {
      ...{ ...decided, id: uuidv7(), subcontractId: hop.id, number: hop.submissions },
      ...{ authorId: hop.authorId, applicantId },
      ...{ rank: rankBelow(hops, hop.passedOnById), contentHash: this.chains.hashOf(hop, file) },
      decidedBy: caller.personId,
    });
  }

  private async conclude(
    tx: Tx,
    caller: Caller,
    file: ChainFile,
    outcome: DecidedOutcome,
  ): Promise<SubcontractDetailDto> {
    const { hop: before, dossier } = file;
    const status = statusAfter(outcome);
    const approval =
      outcome === 'approve' ? { approvedHash: this.chains.hashOf(before, file) } : {};
    const patch = { status, ...approval };
    const after = await this.chains.subcontracts.update(tx, caller, before, patch);
    const subject = { kind: 'subcontract', id: before.id };
    if (outcome === 'revoke') {
      const event = { code: 'subcontract.revoked', subject, people: [before.authorId] } as const;
      await this.chains.books.notices.tell(tx, caller, dossier, event);
    }
    return this.chains.close(tx, caller, dossier, {
      action: `subcontract.${status}`,
      before,
      after,
    });
  }
}

function inOffice({ post }: Office): Pick<SubcontractDecisionRow, 'decidedAs' | 'decidedIn'> {
  return { decidedAs: post.roleId, decidedIn: post };
}

const ABOVE_REVOKED =
  '業務を渡す再委託先の承認が取り消されたため（the approval above was revoked）';
