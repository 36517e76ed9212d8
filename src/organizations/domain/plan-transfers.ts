import { LastAdministrator, leftAloneFrom } from './administration.js';
import type { PostTerm } from './post-term.js';
import {
  isHeldOn,
  roleLabel,
  servesOn,
  unitPath,
  type RegisteredPost,
  type TransferDay,
  type TransferPlan,
  type TransferRegister,
  type TransferStep,
  type TransferWarning,
} from './transfer-plan.js';
import { TransferReading } from './transfer-reading.js';
import { cellOf, type TransferFault, type TransferRow } from './transfer-rows.js';
import * as said from './transfer-texts.js';

const MOST_NEWCOMERS = 200;

/** A post as it stands when the transfers are done. */
type Standing = Pick<RegisteredPost, 'roleId' | 'unitId'> &
  PostTerm & {
    /** Id, or the address of who is to be registered. */
    readonly who: string;
    /** The line that appoints to it. */
    readonly row?: number;
  };

/** What the lines of a sheet change on a day, with all that is wrong and what is to be looked at. */
export function planTransfers(
  day: TransferDay,
  lines: readonly TransferRow[],
  register: TransferRegister,
): TransferPlan {
  const reading = new TransferReading(day, register);
  const steps = lines.flatMap((line) => reading.step(line));
  const standing = standingAfter(day, steps, register);
  const faults = [
    ...reading.notes.faults,
    ...twiceHeld(day, standing),
    ...leftAlone(steps, standing, register),
    ...tooMany(steps),
  ];
  const nothing = steps.length === 0 && faults.length === 0;
  return {
    steps,
    faults: nothing ? [{ cell: cellOf(1, 'change'), detail: said.NO_CHANGE }] : faults,
    warnings: [...reading.notes.warnings, ...vacancies(day, steps, standing, register)],
  };
}

/** The addresses of who is registered by the transfers, each once, with their names. */
export function newcomersOf(steps: readonly TransferStep[]): ReadonlyMap<string, string> {
  const people = steps.flatMap(({ appoint }) => (appoint === null ? [] : [appoint.person]));
  return new Map(
    people.flatMap(({ id, name, email }) =>
      id === null && email !== null ? [[email, name] as const] : [],
    ),
  );
}

function standingAfter(
  { lastDay }: TransferDay,
  steps: readonly TransferStep[],
  { posts, people }: TransferRegister,
): Standing[] {
  const ended = new Set(steps.flatMap(({ end }) => (end === null ? [] : [end.id])));
  const remaining = posts.map((post) => {
    const validUntil = ended.has(post.id) ? lastDay : post.validUntil;
    return {
      ...post,
      who: post.personId,
      validUntil: earlier(validUntil, people.get(post.personId)?.endedOn),
    };
  });
  const appointed = steps.flatMap(({ row, roleId, unitId, appoint }) =>
    appoint === null
      ? []
      : [{ ...appoint, roleId, unitId, row, who: appoint.person.id ?? appoint.person.email ?? '' }],
  );
  return [...remaining, ...appointed];
}

function earlier(a: string | null, b: string | null | undefined): string | null {
  if (a === null || b === null || b === undefined) return a ?? b ?? null;
  return a < b ? a : b;
}

function twiceHeld({ on }: TransferDay, standing: readonly Standing[]): TransferFault[] {
  const held = new Set<string>();
  return standing.flatMap((post) => {
    if (!isHeldOn(post, on)) return [];
    const key = `${post.who} ${post.roleId} ${post.unitId ?? ''}`;
    const isTwice = held.has(key);
    held.add(key);
    if (!isTwice || post.row === undefined) return [];
    return [{ cell: cellOf(post.row, 'newName'), detail: said.HOLDS_ALREADY }];
  });
}

function leftAlone(
  steps: readonly TransferStep[],
  standing: readonly Standing[],
  { posts, people, roles, today }: TransferRegister,
): TransferFault[] {
  const administering = new Set(
    roles.filter(({ duties }) => duties.includes('administer')).map(({ id }) => id),
  );
  const doesAdminister = ({ roleId }: { readonly roleId: string }): boolean =>
    administering.has(roleId);
  const before = posts.filter(doesAdminister).map(({ validFrom, validUntil, personId }) => ({
    validFrom,
    validUntil: earlier(validUntil, people.get(personId)?.endedOn),
  }));
  const day = leftAloneFrom(before, standing.filter(doesAdminister), today);
  if (day === undefined) return [];
  return steps
    .filter((step) => step.end !== null && doesAdminister(step))
    .map(({ row }) => ({ cell: cellOf(row, 'change'), detail: LastAdministrator.told(day) }));
}

function tooMany(steps: readonly TransferStep[]): TransferFault[] {
  const isTooMany = newcomersOf(steps).size > MOST_NEWCOMERS;
  return isTooMany ? [{ cell: cellOf(1, 'newEmail'), detail: said.TOO_MANY_NEWCOMERS }] : [];
}

function vacancies(
  { on }: TransferDay,
  steps: readonly TransferStep[],
  standing: readonly Standing[],
  register: TransferRegister,
): TransferWarning[] {
  const held = standing.filter((post) => isHeldOn(post, on));
  return steps.flatMap(({ row, end }) => {
    if (end === null) return [];
    const found = [vacancy(on, end, held, register), postless(on, end, held, register)];
    return found.flatMap((each) =>
      each === undefined ? [] : [{ ...each, cell: cellOf(row, 'change') }],
    );
  });
}

type Found = Omit<TransferWarning, 'cell'> | undefined;

/** Whether nobody holds the role any more, or nobody in its unit. */
function vacancy(
  on: string,
  { roleId, unitId }: RegisteredPost,
  held: readonly Standing[],
  { roles, units }: TransferRegister,
): Found {
  const role = roleLabel(roles, roleId);
  const unit = unitPath(units, unitId);
  const inRole = held.filter((post) => post.roleId === roleId);
  if (inRole.length === 0) return { code: 'role-vacant', detail: said.roleVacant(role, on) };
  if (unit === null || inRole.some((post) => post.unitId === unitId)) return undefined;
  return { code: 'unit-vacant', detail: said.unitVacant(role, unit, on) };
}

/** Whether who leaves the post serves on without any. */
function postless(
  on: string,
  { personId }: RegisteredPost,
  held: readonly Standing[],
  { people }: TransferRegister,
): Found {
  const person = people.get(personId);
  if (person === undefined || !servesOn(person, on)) return undefined;
  if (held.some(({ who }) => who === personId)) return undefined;
  return { code: 'holds-no-post', detail: said.holdsNoPost(person.name, on) };
}
