import { searchKey } from '../../shared/domain/japanese-text.js';
import type { Text } from '../../shared/domain/text.js';
import {
  servesOn,
  type Newcomer,
  type RegisteredPerson,
  type TransferDay,
  type TransferRegister,
  type TransferWarning,
} from './transfer-plan.js';
import {
  cellOf,
  type TransferColumn,
  type TransferFault,
  type TransferRow,
} from './transfer-rows.js';
import * as said from './transfer-texts.js';

/** What is noted of the cells of a sheet. */
export class SheetNotes {
  readonly faults: TransferFault[] = [];
  readonly warnings: TransferWarning[] = [];

  fault({ row }: TransferRow, column: TransferColumn, detail: Text): void {
    this.faults.push({ cell: cellOf(row, column), detail });
  }

  warn(
    { row }: TransferRow,
    column: TransferColumn,
    code: TransferWarning['code'],
    detail: Text,
  ): void {
    this.warnings.push({ cell: cellOf(row, column), code, detail });
  }
}

/** Whether two names are one, however they are written. */
export function isSameName(a: string | null, b: string | null): boolean {
  return searchKey(a ?? '') === searchKey(b ?? '');
}

/** Finds who takes the posts of a sheet, on the staff or to be registered. */
export class TransferNewcomers {
  /** Names by address. */
  private readonly added = new Map<string, string>();
  private readonly byEmail: ReadonlyMap<string, RegisteredPerson>;

  constructor(
    private readonly day: TransferDay,
    private readonly register: Pick<TransferRegister, 'people' | 'isAddress'>,
    private readonly notes: SheetNotes,
  ) {
    const known = [...register.people.values()];
    this.byEmail = new Map(known.map((person) => [person.email ?? person.id, person]));
  }

  /** Who takes the post of a line. */
  of(line: TransferRow): Newcomer | undefined {
    const { newName, newEmail } = line.cells;
    if (newName === null) {
      this.notes.fault(line, 'newName', said.NAME_MISSING);
      return undefined;
    }
    if (newName.length > 200) {
      this.notes.fault(line, 'newName', said.NAME_TOO_LONG);
      return undefined;
    }
    if (newEmail === null) return this.personByName(line, newName);
    const email = newEmail.toLowerCase();
    const known = this.byEmail.get(email);
    if (known === undefined) return this.newPerson(line, newName, email);
    if (!isSameName(known.name, newName)) {
      this.notes.fault(line, 'newName', said.otherName(known.name));
      return undefined;
    }
    return this.serving(line, known, 'newEmail');
  }

  private personByName(line: TransferRow, name: string): Newcomer | undefined {
    const found = this.named(name);
    const [person] = found;
    if (person === undefined) {
      this.notes.fault(line, 'newEmail', said.ADDRESS_MISSING);
      return undefined;
    }
    if (found.length > 1) {
      this.notes.fault(line, 'newEmail', said.NAME_UNCLEAR);
      return undefined;
    }
    return this.serving(line, person, 'newName');
  }

  private newPerson(line: TransferRow, name: string, email: string): Newcomer | undefined {
    if (email.length > 254 || !this.register.isAddress(email)) {
      this.notes.fault(line, 'newEmail', said.NO_ADDRESS);
      return undefined;
    }
    const before = this.added.get(email);
    if (before !== undefined && !isSameName(before, name)) {
      this.notes.fault(line, 'newName', said.otherName(before));
      return undefined;
    }
    this.added.set(email, before ?? name);
    if (this.named(name).length > 0) this.notes.warn(line, 'newEmail', 'same-name', said.SAME_NAME);
    return { id: null, name: before ?? name, email };
  }

  private serving(
    line: TransferRow,
    person: RegisteredPerson,
    column: TransferColumn,
  ): Newcomer | undefined {
    const { id, name, email } = person;
    if (servesOn(person, this.day.on)) return { id, name, email };
    this.notes.fault(line, column, said.left(person.endedOn ?? ''));
    return undefined;
  }

  private named(name: string): RegisteredPerson[] {
    return [...this.register.people.values()].filter(
      (person) => isSameName(person.name, name) && servesOn(person, this.day.on),
    );
  }
}
