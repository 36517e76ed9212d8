import { Injectable } from '@nestjs/common';
import type { Caller, HeldPost } from '../shared/authorization/caller.js';
import { unknownId } from '../shared/domain/domain-error.js';
import { searchKey } from '../shared/domain/japanese-text.js';
import type { MadeElsewhereDto } from '../shared/http/made-elsewhere.dto.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { BodyPolicy } from './body-policy.js';
import { RoleRequired } from './domain/authority.errors.js';
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
    const held = await this.posts.heldOn(tx, caller, caller.personId, this.clock.today());
    const found = roles.flatMap((role) => held.filter(({ roleId }) => roleId === role)).at(0);
    if (found !== undefined) return found;
    const { pack } = await this.policy.inForce(tx, caller);
    throw new RoleRequired(
      roles.map(
        (id) => pack.roles.find((role) => role.id === id) ?? { id, label: { ja: id, en: id } },
      ),
    );
  }

  /** The post in which someone holds the role today; undefined where they do not. */
  async heldBy(
    tx: Tx,
    scope: Scope,
    personId: string,
    roleId: string,
  ): Promise<HeldPost | undefined> {
    const held = await this.posts.heldOn(tx, scope, personId, this.clock.today());
    return held.find((post) => post.roleId === roleId);
  }

  /**
   * Whether who decided in the document system is one of these people, by id or by name however it
   * is written: the rule that keeps duties apart (2(8) 兼務の禁止) holds for decisions made there too.
   * @throws InvalidInput where the decider named by id is nobody of the body
   */
  async isDecider(
    tx: Tx,
    scope: Scope,
    { deciderId, deciderName }: Pick<MadeElsewhereDto, 'deciderId' | 'deciderName'>,
    people: readonly string[],
  ): Promise<boolean> {
    const asked = deciderId === undefined ? people : [deciderId];
    const rows = await execute<{ name: string }>(tx, {
      name: 'people-names',
      text: 'SELECT name FROM people WHERE organization_id = $1 AND id = ANY($2::uuid[])',
      values: [scope.organizationId, asked],
    });
    if (deciderId === undefined)
      return rows.some(({ name }) => searchKey(name) === searchKey(deciderName));
    if (rows.length === 0) throw unknownId('#/madeElsewhere/deciderId');
    return people.includes(deciderId);
  }
}
