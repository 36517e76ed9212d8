import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import {
  readXlsx,
  WorkbookUnreadable,
  type ReadFirstSheet,
} from '../shared/documents/xlsx-reader.js';
import { addDays, calendarDate } from '../shared/domain/calendar-date.js';
import { canonicalJson } from '../shared/domain/canonical-json.js';
import { sha256Hex } from '../shared/hashing.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { BodyPolicy } from './body-policy.js';
import { planTransfers } from './domain/plan-transfers.js';
import type { TransferDay, TransferPlan, TransferRegister } from './domain/transfer-plan.js';
import { transferRowsOf } from './domain/transfer-rows.js';
import { transferDayOutside, unreadableWorkbook } from './domain/transfer.errors.js';
import { TransfersRepository } from './transfers.repository.js';

/** A header and 2,000 posts. */
const MOST_ROWS = 2_001;
/** Transfers are entered at most so many days after and before the day. */
const DAYS_AFTER = 31;
const DAYS_BEFORE = 366;

/** A plan with the register it was made against, and its hash. */
export interface PlannedTransfers extends TransferPlan {
  readonly register: TransferRegister;
  /** Over everything that would be changed: the same only while the register stands as it did. */
  readonly hash: string;
}

/** Reads the sheet of transfers (人事異動) against the register of posts. */
@Injectable()
export class TransferPlanning {
  constructor(
    private readonly transfers: TransfersRepository,
    private readonly policy: BodyPolicy,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws InvalidInput where the day is too far from today */
  dayOf(on: string, place: 'body' | 'query'): TransferDay {
    const today = calendarDate(this.clock.today());
    const first = addDays(today, -DAYS_AFTER);
    const last = addDays(today, DAYS_BEFORE);
    if (on < first || on > last) throw transferDayOutside(place, first, last);
    return { on, lastDay: addDays(calendarDate(on), -1) };
  }

  /** @throws InvalidInput where it is no workbook */
  async read(workbook: string): Promise<ReadFirstSheet> {
    try {
      return await readXlsx(Buffer.from(workbook, 'base64'), MOST_ROWS);
    } catch (error) {
      throw error instanceof WorkbookUnreadable ? unreadableWorkbook(error.detail) : error;
    }
  }

  /** @throws NoPolicyInForce */
  async plan(
    tx: Tx,
    scope: Scope,
    day: TransferDay,
    sheet: ReadFirstSheet,
  ): Promise<PlannedTransfers> {
    const register = await this.register(tx, scope, day);
    const { rows, faults } = transferRowsOf(sheet.rows);
    const wrong = [...sheet.faults, ...faults];
    const plan =
      wrong.length > 0
        ? { steps: [], faults: wrong, warnings: [] }
        : planTransfers(day, rows, register);
    const { organizationId } = scope;
    const hash = sha256Hex(canonicalJson({ organizationId, on: day.on, steps: plan.steps }));
    return { ...plan, register, hash };
  }

  /** @throws NoPolicyInForce */
  async register(tx: Tx, scope: Scope, { lastDay }: TransferDay): Promise<TransferRegister> {
    const { pack } = await this.policy.inForce(tx, scope);
    const today = this.clock.today();
    const posts = await this.transfers.posts(tx, scope, lastDay < today ? lastDay : today);
    const people = await this.transfers.people(tx, scope);
    const units = await this.transfers.units(tx, scope);
    return {
      posts,
      people: new Map(people.map((person) => [person.id, person])),
      units: new Map(units.map((unit) => [unit.id, unit])),
      roles: pack.roles,
      today,
      isAddress: (text) => isEmail(text),
    };
  }
}
