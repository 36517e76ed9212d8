import { isCalendarDate } from '../../shared/domain/calendar-date.js';
import { isSameName, SheetNotes, TransferNewcomers } from './transfer-newcomers.js';
import * as said from './transfer-texts.js';
import {
  isHeldOn,
  roleLabel,
  servesOn,
  unitPath,
  type RegisteredPost,
  type TransferDay,
  type TransferRegister,
  type TransferStep,
} from './transfer-plan.js';
import {
  CHANGE_WORDS,
  MARK,
  TRANSFER_CHANGES,
  type TransferChange,
  type TransferColumn,
  type TransferRow,
} from './transfer-rows.js';
import type { Text } from '../../shared/domain/text.js';

const MARKS = new Set([MARK, '〇', '◯', 'はい']);

/** Reads the lines of a sheet one after the other and notes what is wrong with them. */
export class TransferReading {
  readonly notes = new SheetNotes();
  private readonly postsSeen = new Set<string>();
  private readonly newcomers: TransferNewcomers;

  constructor(
    private readonly day: TransferDay,
    private readonly register: TransferRegister,
  ) {
    this.newcomers = new TransferNewcomers(day, register, this.notes);
  }

  /** What a line changes; nothing where it keeps its post or is wrong. */
  step(line: TransferRow): TransferStep[] {
    const change = this.changeOf(line);
    if (change === undefined) return [];
    if (change === 'keep' || change === 'end') this.refuseNewcomer(line);
    if (change === 'keep') return [];
    const step = change === 'appoint' ? this.appointment(line) : this.handover(line, change);
    return step === undefined ? [] : [step];
  }

  private changeOf(line: TransferRow): TransferChange | undefined {
    const word = line.cells.change;
    if (word === null) return 'keep';
    const change = TRANSFER_CHANGES.find((each) => CHANGE_WORDS[each] === word);
    if (change === undefined) this.fault(line, 'change', said.UNKNOWN_CHANGE);
    return change;
  }

  private refuseNewcomer(line: TransferRow): void {
    const columns = ['newName', 'newEmail', 'newActing', 'until'] as const;
    const filled = columns.find((column) => line.cells[column] !== null);
    if (filled !== undefined) this.fault(line, filled, said.NO_NEWCOMER_HERE);
  }

  private handover(line: TransferRow, change: 'replace' | 'end'): TransferStep | undefined {
    const post = this.postOf(line);
    if (post === undefined) return undefined;
    return change === 'end' ? this.ending(line, post) : this.replacement(line, post);
  }

  private ending(line: TransferRow, post: RegisteredPost): TransferStep | undefined {
    const { lastDay } = this.day;
    if (post.validUntil === lastDay) this.fault(line, 'change', said.endsAlready(lastDay));
    const { roleId, unitId } = post;
    return { row: line.row, change: 'end', roleId, unitId, end: post, appoint: null };
  }

  private replacement(line: TransferRow, post: RegisteredPost): TransferStep | undefined {
    const { roleId, unitId } = post;
    if (!this.register.roles.some(({ id }) => id === roleId)) {
      this.fault(line, 'role', said.NO_SUCH_ROLE);
    }
    this.requireUnit(line, unitId);
    const appoint = this.appointed(line);
    if (appoint?.person.id === post.personId) this.fault(line, 'newName', said.SAME_HOLDER);
    if (appoint === undefined) return undefined;
    const end = post.validUntil === this.day.lastDay ? null : post;
    return { row: line.row, change: 'replace', roleId, unitId, end, appoint };
  }

  private appointment(line: TransferRow): TransferStep | undefined {
    const roleId = this.roleOf(line);
    const unitId = this.unitOf(line);
    const appoint = this.appointed(line);
    if (roleId === undefined || unitId === undefined || appoint === undefined) return undefined;
    return { row: line.row, change: 'appoint', roleId, unitId, end: null, appoint };
  }

  /** The post of the line, which must still be as the form showed it. */
  private postOf(line: TransferRow): RegisteredPost | undefined {
    const post = this.register.posts.find(({ id }) => id === line.cells.postId);
    if (post === undefined) {
      this.fault(line, 'postId', said.NO_SUCH_POST);
      return undefined;
    }
    if (this.postsSeen.has(post.id)) {
      this.fault(line, 'postId', said.POST_TWICE);
      return undefined;
    }
    this.postsSeen.add(post.id);
    if (!isHeldOn(post, this.day.lastDay)) {
      this.fault(line, 'postId', said.notHeld(this.day.lastDay, post));
      return undefined;
    }
    const shown = {
      role: roleLabel(this.register.roles, post.roleId),
      unit: unitPath(this.register.units, post.unitId),
      holder: this.register.people.get(post.personId)?.name ?? null,
    };
    const moved = (['role', 'unit', 'holder'] as const).find(
      (column) => !isSameName(shown[column], line.cells[column]),
    );
    if (moved !== undefined) {
      this.fault(line, moved, said.otherThanPost(shown[moved]));
      return undefined;
    }
    return post;
  }

  private roleOf(line: TransferRow): string | undefined {
    const wanted = line.cells.role;
    const role = this.register.roles.find(({ id, label }) => [id, label.ja].includes(wanted ?? ''));
    if (role === undefined) {
      this.fault(line, 'role', said.NO_SUCH_ROLE);
      return undefined;
    }
    return role.id;
  }

  /** Null for the whole body; undefined where the unit is unknown or its name is that of several. */
  private unitOf(line: TransferRow): string | null | undefined {
    const { units } = this.register;
    const wanted = line.cells.unit;
    if (wanted === null) return null;
    const known = [...units.values()].filter((unit) => servesOn(unit, this.day.on));
    const byPath = known.filter(({ id }) => unitPath(units, id) === wanted);
    const found = byPath.length > 0 ? byPath : known.filter(({ name }) => name === wanted);
    if (found.length > 1) {
      this.fault(line, 'unit', said.UNIT_UNCLEAR);
      return undefined;
    }
    if (found[0] === undefined) {
      this.fault(line, 'unit', said.noSuchUnit(this.day.on));
      return undefined;
    }
    return found[0].id;
  }

  private requireUnit(line: TransferRow, unitId: string | null): void {
    const unit = unitId === null ? undefined : this.register.units.get(unitId);
    if (unit === undefined || servesOn(unit, this.day.on)) return;
    this.fault(line, 'unit', said.noSuchUnit(this.day.on));
  }

  private appointed(line: TransferRow): TransferStep['appoint'] | undefined {
    const mark = line.cells.newActing;
    if (mark !== null && !MARKS.has(mark)) this.fault(line, 'newActing', said.UNKNOWN_MARK);
    const validUntil = this.lastDayOf(line);
    const person = this.newcomers.of(line);
    if (person === undefined || validUntil === undefined) return undefined;
    const acting = mark !== null;
    if (acting && validUntil === null) {
      this.notes.warn(line, 'newActing', 'acting-without-end', said.ACTING_WITHOUT_END);
    }
    return { person, acting, validFrom: this.day.on, validUntil };
  }

  private lastDayOf(line: TransferRow): string | null | undefined {
    const { until } = line.cells;
    if (until === null) return null;
    const [year = '', month = '', day = ''] = until.split(/[-/]/);
    const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (!isCalendarDate(text)) {
      this.fault(line, 'until', said.NO_DAY);
      return undefined;
    }
    if (text < this.day.on) {
      this.fault(line, 'until', said.endsBefore(this.day.on));
      return undefined;
    }
    return text;
  }

  private fault(line: TransferRow, column: TransferColumn, detail: Text): void {
    this.notes.fault(line, column, detail);
  }
}
