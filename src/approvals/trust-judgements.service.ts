import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { isProvedBy, refuseEnded, type Dossier } from '../engagements/index.js';
import { Authority } from '../organizations/index.js';
import { obligationsFor } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { ApprovalBooks } from './approval-books.js';
import { rolesWith } from './domain/use-approval.js';
import type {
  JudgeTrustDto,
  TrustJudgementDto,
  TrustJudgementListDto,
} from './dto/trust-judgement.dto.js';
import { TrustJudgementsRepository } from './trust-judgements.repository.js';

const KIND = 'trust-judgement';

/** Judgements whether providers can be trusted: a step of its own, apart from the selection. */
@Injectable()
export class TrustJudgementsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: ApprovalBooks,
    private readonly judgements: TrustJudgementsRepository,
    private readonly authority: Authority,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Judges; the judgement before it counts no more. Only a trustworthy provider discharges the duty.
   * @throws NotFound, InvalidInput, RoleRequired
   */
  judge(caller: Caller, engagementId: string, body: JudgeTrustDto): Promise<TrustJudgementDto> {
    return this.transactor.write(caller, async (tx) => {
      const dossier = await this.books.dossiers.lock(tx, caller, engagementId);
      refuseEnded(dossier.engagement.status);
      const { unitId } = dossier.engagement;
      const act = { roles: rolesOwing(dossier), unitId };
      const judgedIn = await this.authority.postIn(tx, caller, act);
      const judgedOn = this.clock.today();
      const { cloudServiceId, conclusion, grounds, documents } = body;
      const after = {
        ...{ id: uuidv7(), engagementId, cloudServiceId, conclusion, grounds, documents },
        ...{ judgedBy: caller.personId, judgedAs: judgedIn.roleId, judgedIn, judgedOn },
        supersededOn: null,
      };
      await this.replace(tx, caller, after);
      await this.takeEffect(tx, caller, dossier, after);
      const subject = { kind: KIND, id: after.id };
      await this.books.trail.append(tx, caller, { action: 'trust.judged', subject, after });
      return after;
    });
  }

  /** @throws NotFound */
  list(caller: Caller, engagementId: string): Promise<TrustJudgementListDto> {
    return this.transactor.read(caller, async (tx) => {
      await this.books.dossiers.read(tx, caller, engagementId);
      return { items: await this.judgements.list(tx, caller, engagementId) };
    });
  }

  private async replace(tx: Tx, caller: Caller, after: TrustJudgementDto): Promise<void> {
    const before = await this.judgements.current(tx, caller, after.engagementId);
    if (before !== undefined) {
      await this.judgements.supersede(tx, caller, before.id, after.judgedOn);
      const reason = '後の判断に置き換えたため（superseded by a later judgement）';
      await this.books.ledger.void(tx, caller, { kind: KIND, id: before.id }, reason);
    }
    await this.judgements.insert(tx, caller, after);
  }

  private async takeEffect(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    { id, conclusion }: TrustJudgementDto,
  ): Promise<void> {
    const { ledger, dossiers, changes } = this.books;
    if (conclusion === 'trustworthy')
      await ledger.discharge(tx, caller, dossier, { kind: KIND, id });
    await changes.announce(tx, caller, await dossiers.touch(tx, caller, dossier));
  }
}

/** The roles that owe the judgement; where no article asks for it, those who may judge at all. */
function rolesOwing({ engagement, pack }: Dossier): readonly string[] {
  const owed = obligationsFor(pack, new Set(engagement.facts));
  const roles = owed
    .filter((rule) => isProvedBy(rule, { kind: KIND }))
    .flatMap((rule) => rule.roles);
  return roles.length > 0 ? roles : rolesWith(pack, ['judge-trust']);
}
