import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditTrail } from '../audit-trail/index.js';
import { PeopleService } from '../organizations/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { pageOf, positionAfter, type PageQuery } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { refuseTerm } from './domain/api-token.js';
import { ApiTokenRevoked } from './domain/identity.errors.js';
import { ApiTokensRepository, type ApiTokenRow } from './api-tokens.repository.js';
import type {
  ApiTokenPageDto,
  ApiTokenResponseDto,
  IssueApiTokenDto,
  IssuedApiTokenResponseDto,
} from './dto/api-token.dto.js';
import { SessionMemory } from './session-memory.js';
import { SignInClocks } from './sign-in-clocks.js';
import { issueApiToken } from './tokens.js';

/** Everything that issuing and revoking tokens needs from the database. */
@Injectable()
export class ApiTokenBooks {
  constructor(
    readonly tokens: ApiTokensRepository,
    readonly people: PeopleService,
    readonly trail: AuditTrail,
  ) {}
}

/** API tokens of other systems, as the administrator keeps them. */
@Injectable()
export class ApiTokensService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: ApiTokenBooks,
    private readonly memory: SessionMemory,
    private readonly clocks: SignInClocks,
  ) {}

  /** The reply kept for repetition is without the token. @throws InvalidInput */
  async issue(caller: Caller, body: IssueApiTokenDto): Promise<IssuedApiTokenResponseDto> {
    refuseTerm(body.expiresOn, this.clocks.business.today());
    const { token, hash } = issueApiToken(caller.organizationId);
    const issued = await this.transactor.write(caller, async (tx) => {
      const systemId = await this.books.people.systemWithin(tx, caller, body.system);
      const row = this.rowOf(caller, body, systemId);
      await this.books.tokens.insert(tx, caller, row, hash);
      const subject = { kind: 'api-token', id: row.id };
      const facts = { system: row.systemName, scopes: row.scopes, expiresOn: row.expiresOn };
      await this.books.trail.append(tx, caller, { action: 'api-token.issued', subject, facts });
      return row;
    });
    return { ...issued, token: caller.idempotency?.replayed === true ? null : token };
  }

  async list(caller: Caller, query: PageQuery): Promise<ApiTokenPageDto> {
    const after = positionAfter(query);
    const rows = await this.transactor.read(caller, (tx) =>
      this.books.tokens.list(tx, caller, query.limit + 1, after),
    );
    return pageOf(query, rows, {
      position: ({ id }) => ({ key: id, id }),
      item: (row) => row,
    });
  }

  /** The token is refused from now on. @throws NotFound, ApiTokenRevoked */
  async revoke(caller: Caller, id: string): Promise<ApiTokenResponseDto> {
    const revoked = await this.transactor.write(caller, async (tx) => {
      const before = await this.books.tokens.lock(tx, caller, id);
      if (before.revokedAt !== null) throw new ApiTokenRevoked();
      const revokedAt = this.clocks.system.now().toISOString();
      await this.books.tokens.revoke(tx, caller, id, revokedAt);
      const subject = { kind: 'api-token', id };
      await this.books.trail.append(tx, caller, { action: 'api-token.revoked', subject });
      return { ...before, revokedAt };
    });
    this.memory.forget(id);
    return revoked;
  }

  private rowOf(caller: Caller, body: IssueApiTokenDto, systemId: string): ApiTokenRow {
    return {
      id: uuidv7(),
      systemId,
      systemName: body.system,
      scopes: [...new Set(body.scopes)].sort(),
      issuedBy: caller.personId,
      issuedAt: this.clocks.system.now().toISOString(),
      expiresOn: body.expiresOn,
      lastUsedAt: null,
      revokedAt: null,
    };
  }
}
