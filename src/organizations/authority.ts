import { Injectable } from '@nestjs/common';
import type { Caller, HeldPost } from '../shared/authorization/caller.js';
import { permissionsOf, type Permission } from '../shared/authorization/permissions.js';
import { refuse, unknownId } from '../shared/domain/domain-error.js';
import type { MadeElsewhereDto } from '../shared/http/made-elsewhere.dto.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, together, type Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { roleInPlaceOf, type Duty, type Pack } from '../policies/index.js';
import { BodyPolicy } from './body-policy.js';
import { HeldForAnotherUnit, RoleRequired } from './domain/authority.errors.js';
import { actsFor } from './domain/post-reach.js';
import { mayName } from './domain/same-person.js';
import { PostsRepository, type NamedUnit } from './posts.repository.js';

/** The roles that do an act, and the unit it belongs to; null where it is no unit's, as for the body's own rules. */
export interface ActOfPost {
  readonly roles: readonly string[];
  readonly unitId: string | null;
}

/**
 * In which post someone may act, read from the register of posts at the moment of decision. What a
 * session remembers may be some seconds old; what is decided here is not, and whoever ends the post
 * or the service of its holder waits until the act is done.
 */
@Injectable()
export class Authority {
  constructor(
    readonly policy: BodyPolicy,
    private readonly posts: PostsRepository,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * The post in which the caller acts: of the first of these roles that they hold today and that
   * acts for the unit, their own before one they stand in for (職務代理).
   * @throws RoleRequired, HeldForAnotherUnit, NoPolicyInForce
   */
  async postIn(tx: Tx, caller: Caller, act: ActOfPost): Promise<HeldPost> {
    const { found, elsewhere, pack } = await this.seek(tx, caller, caller.personId, act);
    if (found !== undefined) return found;
    const wanted = [...new Set(act.roles.map((role) => roleInPlaceOf(pack, role)))].map(
      (id) => pack.roles.find((role) => role.id === id) ?? { id, label: { ja: id, en: id } },
    );
    if (elsewhere === undefined) throw new RoleRequired(wanted);
    throw new HeldForAnotherUnit(elsewhere, wanted);
  }

  /**
   * The post by virtue of which the caller has a permission for the unit. Null for another system,
   * which holds none: it enters what its token says, for any unit, and people decide on it.
   * @throws RoleRequired, HeldForAnotherUnit, NoPolicyInForce
   */
  async postWith(
    tx: Tx,
    caller: Caller,
    permission: Permission,
    unitId: string,
  ): Promise<HeldPost | null> {
    if (caller.credential === 'api-token' && caller.permissions.has(permission)) return null;
    const { pack } = await this.policy.inForce(tx, caller);
    const roles = pack.roles
      .filter(({ duties }) => permissionsOf(new Set(duties)).has(permission))
      .map(({ id }) => id);
    return this.postIn(tx, caller, { roles, unitId });
  }

  /**
   * The post in which someone holds the first of the roles that they hold today and that acts for the
   * unit; undefined where none. What began on an earlier policy may ask a role that has since given
   * way: the one in its place acts.
   * @throws NoPolicyInForce
   */
  async heldBy(
    tx: Tx,
    scope: Scope,
    personId: string,
    act: ActOfPost,
  ): Promise<HeldPost | undefined> {
    const { found } = await this.seek(tx, scope, personId, act);
    return found;
  }

  /**
   * The people whose posts of these roles cover a unit today: each once, however many they hold. As with
   * whoever decides, the role in place of one that has given way counts.
   */
  async holdersOf(
    tx: Tx,
    scope: Scope,
    roles: readonly string[],
    unitId: string,
  ): Promise<string[]> {
    const { pack } = await this.policy.inForce(tx, scope);
    const held = [...roles, ...roles.map((role) => roleInPlaceOf(pack, role))];
    return this.posts.holders(tx, scope, held, { unitId, day: this.clock.today() });
  }

  /** Whether someone serves in a unit, or in one below it, on a day. */
  async servesIn(
    tx: Tx,
    scope: Scope,
    personId: string,
    { unitId, day }: { readonly unitId: string; readonly day: string },
  ): Promise<boolean> {
    return this.posts.servesIn(tx, scope, personId, { unitId, day });
  }

  /**
   * Whether who decided in the document system may be one of these people, by id or by name: the rule
   * that keeps duties apart (2(8) 兼務の禁止) holds for decisions made there too.
   * @throws InvalidInput where the decider named by id is nobody of the body, goes by another name, or
   * held none of the roles on the day
   */
  async isDecider(
    tx: Tx,
    scope: Scope,
    elsewhere: MadeElsewhereDto,
    { people, roles }: { readonly people: readonly string[]; readonly roles: readonly string[] },
  ): Promise<boolean> {
    const { deciderId, deciderName, decidedOn } = elsewhere;
    if (deciderId === undefined) {
      const names = await this.namesOf(tx, scope, people);
      return names.some((name) => mayName(deciderName, name));
    }
    const [name] = await this.namesOf(tx, scope, [deciderId]);
    if (name === undefined) throw unknownId('#/madeElsewhere/deciderId');
    if (people.includes(deciderId)) return true;
    const held = await this.posts.heldOn(tx, scope, deciderId, decidedOn);
    const { pack } = await this.policy.inForce(tx, scope);
    const deciding = [...roles, ...roles.map((role) => roleInPlaceOf(pack, role))];
    const faults = [
      ...(mayName(deciderName, name) ? [] : [OTHER_NAME]),
      ...(firstOf(deciding, held) === undefined ? [NO_DECIDER] : []),
    ];
    refuse(faults);
    return false;
  }

  /** The post that acts; where the roles are held for other units alone, the unit that is asked. */
  private async seek(
    tx: Tx,
    scope: Scope,
    personId: string,
    { roles, unitId }: ActOfPost,
  ): Promise<Sought> {
    const [held, line, { pack }] = await together([
      this.posts.heldForAct(tx, scope, personId, this.clock.today()),
      unitId === null ? Promise.resolve(undefined) : this.posts.line(tx, scope, unitId),
      this.policy.inForce(tx, scope),
    ]);
    const asked = [...roles, ...roles.map((role) => roleInPlaceOf(pack, role))];
    const fit = held.filter((post) => line === undefined || actsForLine(pack, post, line));
    const found = firstOf(asked, fit);
    return { found, pack, elsewhere: firstOf(asked, held) === undefined ? undefined : line?.at(0) };
  }

  private async namesOf(tx: Tx, scope: Scope, people: readonly string[]): Promise<string[]> {
    const rows = await execute<{ name: string }>(tx, {
      name: 'people-names',
      text: 'SELECT name FROM people WHERE organization_id = $1 AND id = ANY($2::uuid[])',
      values: [scope.organizationId, people],
    });
    return rows.map(({ name }) => name);
  }
}

interface Sought {
  readonly found: HeldPost | undefined;
  readonly elsewhere: NamedUnit | undefined;
  readonly pack: Pack;
}

/** A role that the policy in force does not know acts for no more than its unit. */
function actsForLine(pack: Pack, post: HeldPost, line: readonly NamedUnit[]): boolean {
  const acting = roleInPlaceOf(pack, post.roleId);
  const duties = pack.roles.find(({ id }) => id === acting)?.duties ?? UNKNOWN;
  return actsFor(
    { unitId: post.unitId, duties },
    line.map(({ id }) => id),
  );
}

const UNKNOWN: readonly Duty[] = ['manage-section'];

function firstOf(roles: readonly string[], held: readonly HeldPost[]): HeldPost | undefined {
  return roles.flatMap((role) => held.filter(({ roleId }) => roleId === role)).at(0);
}

const OTHER_NAME = {
  pointer: '#/madeElsewhere/deciderName',
  detail: {
    ja: 'deciderId の職員の氏名と一致しません。',
    en: 'It is not the name of the person whom deciderId names.',
  },
};
const NO_DECIDER = {
  pointer: '#/madeElsewhere/deciderId',
  detail: {
    ja: '決裁日にこの決定を行う役職に就いていた職員を指定してください。',
    en: 'Name somebody who held a post that takes this decision on that day.',
  },
};
