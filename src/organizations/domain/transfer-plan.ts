import type { Role } from '../../policies/index.js';
import type { PostTerm } from './post-term.js';
import type { TransferChange, TransferFault } from './transfer-rows.js';
import type { Text } from '../../shared/domain/text.js';

/** A post as the register has it, with its names. */
export interface RegisteredPost extends PostTerm {
  readonly id: string;
  readonly version: number;
  readonly roleId: string;
  readonly unitId: string | null;
  readonly personId: string;
  readonly acting: boolean;
}

/** Somebody on the staff, those who left included. */
export interface RegisteredPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly endedOn: string | null;
}

/** A unit of the body. */
export interface RegisteredUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly endedOn: string | null;
}

/** What the sheet is read against. */
export interface TransferRegister {
  readonly posts: readonly RegisteredPost[];
  readonly people: ReadonlyMap<string, RegisteredPerson>;
  readonly units: ReadonlyMap<string, RegisteredUnit>;
  /** Roles of the policy in force. */
  readonly roles: readonly Role[];
  readonly today: string;
  /** Whether a text is an e-mail address. */
  readonly isAddress: (text: string) => boolean;
}

/** Who takes a post; without an id they are registered. */
export interface Newcomer {
  readonly id: string | null;
  readonly name: string;
  readonly email: string | null;
}

/** What one line of the sheet changes. */
export interface TransferStep {
  readonly row: number;
  readonly change: TransferChange;
  readonly roleId: string;
  readonly unitId: string | null;
  /** The post that ends; null where none does, or it ends by then anyway. */
  readonly end: RegisteredPost | null;
  readonly appoint: ({ readonly person: Newcomer; readonly acting: boolean } & PostTerm) | null;
}

/** Something to look at before the transfers are applied; it does not hold them up. */
export interface TransferWarning {
  readonly cell: string;
  readonly code: TransferWarningCode;
  readonly detail: Text;
}

export const TRANSFER_WARNINGS = [
  'role-vacant',
  'unit-vacant',
  'holds-no-post',
  'acting-without-end',
  'same-name',
] as const;
export type TransferWarningCode = (typeof TRANSFER_WARNINGS)[number];

/** What the transfers of a day change, and what holds them up. */
export interface TransferPlan {
  readonly steps: readonly TransferStep[];
  readonly faults: readonly TransferFault[];
  readonly warnings: readonly TransferWarning[];
}

/** The day of the transfers and the last of those before. */
export interface TransferDay {
  readonly on: string;
  readonly lastDay: string;
}

/** A unit with those above it, as the sheet writes it, e.g. 総務部／総務課; null for the whole body. */
export function unitPath(
  units: ReadonlyMap<string, RegisteredUnit>,
  id: string | null,
): string | null {
  const unit = id === null ? undefined : units.get(id);
  if (unit === undefined) return null;
  const above = unitPath(units, unit.parentId);
  return above === null ? unit.name : `${above}／${unit.name}`;
}

/** A role as the sheet writes it. */
export function roleLabel(roles: readonly Role[], id: string): string {
  return roles.find((role) => role.id === id)?.label.ja ?? id;
}

/** Whether a post is held on a day. */
export function isHeldOn({ validFrom, validUntil }: PostTerm, day: string): boolean {
  return validFrom <= day && (validUntil ?? day) >= day;
}

/** Whether somebody serves on a day. */
export function servesOn({ endedOn }: Pick<RegisteredPerson, 'endedOn'>, day: string): boolean {
  return (endedOn ?? day) >= day;
}
