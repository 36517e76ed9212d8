import { Injectable } from '@nestjs/common';
import { BodyPolicy } from '../organizations/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { InvalidInput } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Tx } from '../shared/persistence/tx.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { BusinessClock } from '../shared/time/clock.js';
import {
  SettingsUndecided,
  TransitionNotAllowed,
  type NamedStatus,
} from './domain/engagement.errors.js';
import {
  canMove,
  gatesOf,
  goesLive,
  hasEnded,
  needsReason,
  nextStatuses,
  type EngagementStatus,
} from './domain/engagement-lifecycle.js';
import { ENGAGEMENT_STATUS_WORDS } from './domain/engagement-words.js';
import { Dossiers } from './dossiers.js';
import type { EngagementResponseDto } from './dto/engagement.dto.js';
import type { TransitionDto } from './dto/obligation.dto.js';
import { EngagementBooks } from './engagement-books.js';
import type { Dossier } from './dossier.js';

/** Takes engagements from step to step; each step asks only its gates. */
@Injectable()
export class TransitionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: EngagementBooks,
    private readonly dossiers: Dossiers,
    private readonly policy: BodyPolicy,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws NotFound, Stale, InvalidInput, TransitionNotAllowed, SettingsUndecided, GateClosed */
  move(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: TransitionDto,
  ): Promise<EngagementResponseDto> {
    refuseWithoutReason(body);
    return this.transactor.write(caller, async (tx) => {
      const dossier = await this.dossiers.lock(tx, caller, id, expected);
      await this.dossiers.postWith(tx, caller, 'engagement:transition', dossier);
      const { engagement } = await this.step(tx, caller, dossier, body);
      return engagement;
    });
  }

  private async requireSettings(tx: Tx, caller: Caller, { pack }: Dossier): Promise<void> {
    const undecided = await this.policy.undecided(tx, caller, pack);
    if (undecided.length > 0) throw new SettingsUndecided(undecided);
  }

  private async step(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    { to, reason }: TransitionDto,
  ): Promise<Dossier> {
    const { status: from, course } = dossier.engagement;
    if (!canMove(course, from, to)) {
      throw new TransitionNotAllowed(named(from), nextStatuses(course, from).map(named));
    }
    const { ledger, trail } = this.books;
    if (goesLive(to)) await this.requireSettings(tx, caller, dossier);
    await ledger.require(tx, caller, dossier, gatesOf(to));
    const moved = await this.dossiers.touch(tx, caller, dossier, {
      status: to,
      ...(hasEnded(to) && { closedOn: this.clock.today() }),
    });
    await ledger.openPhases(tx, caller, moved);
    await trail.append(tx, caller, {
      action: 'engagement.moved',
      subject: { kind: 'engagement', id: dossier.engagement.id },
      before: dossier.engagement,
      after: moved.engagement,
      facts: { from, to, ...(reason !== undefined && { reason }) },
    });
    return moved;
  }
}

function named(status: EngagementStatus): NamedStatus {
  return { status, word: ENGAGEMENT_STATUS_WORDS[status] };
}

function refuseWithoutReason({ to, reason }: TransitionDto): void {
  if (!needsReason(to) || reason !== undefined) return;
  throw new InvalidInput([
    {
      pointer: '#/reason',
      detail: { ja: 'この段階に進むには理由が必要です。', en: 'This step needs a reason.' },
    },
  ]);
}
