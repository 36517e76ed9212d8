import { Injectable } from '@nestjs/common';
import type { Caller, HeldPost } from '../shared/authorization/caller.js';
import { refuse, unknownId } from '../shared/domain/domain-error.js';
import type { MadeElsewhereDto } from '../shared/http/made-elsewhere.dto.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { roleInPlaceOf } from '../policies/index.js';
import { BodyPolicy } from './body-policy.js';
import { RoleRequired } from './domain/authority.errors.js';
import { mayName } from './domain/same-person.js';
import { PostsRepository } from './posts.repository.js';

/**
 * In which post someone may act, read from the register of posts at the moment of decision. What a
 * session remembers may be some seconds old; what is decided here is not.
 */
@Injectable()
export class Authority {
  constructor(
    private readonly policy: BodyPolicy,
    private readonly posts: PostsRepository,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * The post in which the caller acts: of the first of these roles that they hold today, their own
   * before one they stand in for (職務代理).
   * @throws RoleRequired, NoPolicyInForce
   */
  async postIn(tx: Tx, caller: Caller, roles: readonly string[]): Promise<HeldPost> {
    const found = await this.heldBy(tx, caller, caller.personId, roles);
    if (found !== undefined) return found;
    const { pack } = await this.policy.inForce(tx, caller);
    const wanted = new Set(roles.map((role) => roleInPlaceOf(pack, role)));
    throw new RoleRequired(
      [...wanted].map(
        (id) => pack.roles.find((role) => role.id === id) ?? { id, label: { ja: id, en: id } },
      ),
    );
  }

  /**
   * The post in which someone holds the first of the roles that they hold today; undefined where none.
   * What began on an earlier policy may ask a role that has since given way: the one in its place acts.
   */
  async heldBy(
    tx: Tx,
    scope: Scope,
    personId: string,
    roles: readonly string[],
  ): Promise<HeldPost | undefined> {
    const held = await this.posts.heldOn(tx, scope, personId, this.clock.today());
    const own = firstOf(roles, held);
    if (own !== undefined) return own;
    const { pack } = await this.policy.inForce(tx, scope);
    return firstOf(
      roles.map((role) => roleInPlaceOf(pack, role)),
      held,
    );
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

  private async namesOf(tx: Tx, scope: Scope, people: readonly string[]): Promise<string[]> {
    const rows = await execute<{ name: string }>(tx, {
      name: 'people-names',
      text: 'SELECT name FROM people WHERE organization_id = $1 AND id = ANY($2::uuid[])',
      values: [scope.organizationId, people],
    });
    return rows.map(({ name }) => name);
  }
}

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
