import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditTrail, type Actor } from '../audit-trail/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { Administration } from './administration.js';
import { BodyPolicy } from './body-policy.js';
import { endsBeforeItBegins, noSuchPerson, noSuchRole, noSuchUnit } from './domain/input-faults.js';
import { endTerm } from './domain/post-term.js';
import type {
  AppointDto,
  EndPostDto,
  ListPostsQuery,
  PostPageDto,
  PostResponseDto,
} from './dto/post.dto.js';
import { PostsRepository, type PostRow } from './posts.repository.js';

/** The register of who holds which role of the policy, where and when. */
@Injectable()
export class PostsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly posts: PostsRepository,
    private readonly policy: BodyPolicy,
    private readonly trail: AuditTrail,
    private readonly administration: Administration,
  ) {}

  /** @throws NoPolicyInForce, InvalidInput */
  appoint(caller: Caller, body: AppointDto): Promise<PostResponseDto> {
    return this.transactor.write(caller, (tx) => this.appointWithin(tx, caller, body));
  }

  /** @throws NoPolicyInForce, InvalidInput */
  async appointWithin(tx: Tx, actor: Actor, body: AppointDto): Promise<PostResponseDto> {
    const row = { id: uuidv7(), unitId: null, validUntil: null, acting: false, ...body };
    await this.refuseUnfit(tx, actor, row);
    const after = await this.posts.insert(tx, actor, row);
    const subject = { kind: 'post', id: after.id };
    await this.trail.append(tx, actor, { action: 'post.appointed', subject, after });
    return after;
  }

  /** @throws NotFound, Stale, PostEndRefused, LastAdministrator */
  end(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    { validUntil }: EndPostDto,
  ): Promise<PostResponseDto> {
    return this.transactor.write(caller, (tx) =>
      this.administration.keep(tx, caller, async () => {
        const before = await this.posts.lock(tx, caller, id, expected);
        return this.endWithin(tx, caller, before, validUntil);
      }),
    );
  }

  /** @throws PostEndRefused */
  async endWithin(
    tx: Tx,
    actor: Actor,
    before: PostRow,
    validUntil: string,
  ): Promise<PostResponseDto> {
    const { id, validFrom } = before;
    const term = endTerm({ validFrom, validUntil: before.validUntil }, validUntil);
    const after = await this.posts.update(tx, actor, { ...before, ...term });
    const subject = { kind: 'post', id };
    await this.trail.append(tx, actor, { action: 'post.ended', subject, before, after });
    return after;
  }

  /** @throws NotFound */
  read(caller: Caller, id: string): Promise<PostResponseDto> {
    return this.transactor.read(caller, (tx) => this.posts.read(tx, caller, id));
  }

  async list(caller: Caller, query: ListPostsQuery): Promise<PostPageDto> {
    const after = positionAfter(query);
    const filter = { ...query, limit: query.limit + 1 };
    const rows = await this.transactor.read(caller, (tx) =>
      this.posts.list(tx, caller, filter, after),
    );
    return pageOf(query, rows, {
      position: ({ id }) => ({ key: id, id }),
      item: (row) => row,
    });
  }

  private async refuseUnfit(tx: Tx, actor: Actor, row: Omit<PostRow, 'version'>): Promise<void> {
    const { pack } = await this.policy.inForce(tx, actor);
    if (!pack.roles.some(({ id }) => id === row.roleId)) {
      throw noSuchRole('#/roleId', row.roleId, pack.roles);
    }
    const { validFrom, validUntil } = row;
    if (validUntil !== null && validUntil < validFrom) throw endsBeforeItBegins('#/validUntil');
    const known = await this.posts.references(tx, actor, row);
    if (!known.person) throw noSuchPerson('#/personId');
    if (!known.unit) throw noSuchUnit('#/unitId');
  }
}
