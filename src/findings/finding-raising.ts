import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { articleFaults, periodFaults, type Dossier } from '../engagements/index.js';
import { BodyPolicy } from '../organizations/index.js';
import { numberSetting } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { addDays, calendarDate } from '../shared/domain/calendar-date.js';
import { refuse } from '../shared/domain/domain-error.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import type { Severity } from './domain/finding.js';
import { FindingBooks } from './finding-books.js';
import type { FindingRow } from './findings.repository.js';

/** A finding as it is stated. */
export interface StatedFinding {
  readonly auditId?: string | undefined;
  readonly articleKey: string;
  readonly severity: Severity;
  readonly statement: string;
  /** By when it is to be corrected; the days the body sets for the severity where left out. */
  readonly dueOn?: string | undefined;
}

/** Opens findings in a locked dossier, whatever they come from. */
@Injectable()
export class FindingRaising {
  constructor(
    private readonly books: FindingBooks,
    private readonly bodyPolicy: BodyPolicy,
    private readonly clock: BusinessClock,
  ) {}

  /** A major finding breaches the obligations of its article. The caller touches the dossier. @throws InvalidInput */
  async raise(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    stated: StatedFinding,
  ): Promise<FindingRow> {
    const { findings, ledger, trail } = this.books;
    const dueOn = await this.dueDayOf(tx, caller, dossier, stated);
    const { auditId = null, articleKey, severity, statement } = stated;
    const raised: FindingRow = {
      ...{ id: uuidv7(), engagementId: dossier.engagement.id, auditId, version: 1, status: 'open' },
      ...{ articleKey, severity, statement, dueOn },
      ...{ raisedBy: caller.personId, raisedOn: this.clock.today() },
    };
    await findings.insert(tx, caller, raised);
    if (severity === 'major') {
      const breach = { kind: 'finding', id: raised.id, articles: [articleKey] } as const;
      await ledger.breach(tx, caller, dossier, breach);
    }
    const subject = { kind: 'finding', id: raised.id };
    const after = { ...raised, correctiveActions: [] };
    await trail.append(tx, caller, { action: 'finding.raised', subject, after });
    return raised;
  }

  /** Refuses what cannot be raised; @returns by when it is to be corrected */
  private async dueDayOf(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    { articleKey, severity, dueOn }: StatedFinding,
  ): Promise<string> {
    const today = this.clock.today();
    const entries = await this.books.ledger.entries(tx, caller, dossier);
    refuse([
      ...articleFaults(entries, [articleKey], () => '#/articleKey'),
      ...periodFaults(today, dueOn ?? null, '#/dueOn'),
    ]);
    if (dueOn !== undefined) return dueOn;
    const settings = await this.bodyPolicy.settings(tx, caller, dossier.pack);
    const days = numberSetting(settings, `finding-${severity}-days`);
    return addDays(calendarDate(today), days);
  }
}
