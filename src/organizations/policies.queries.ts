import { Injectable } from '@nestjs/common';
import { PolicyLibrary } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { pageOf, positionAfter, type PageQuery } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { PolicyPageDto, PolicyResponseDto } from './dto/policy.dto.js';
import { describePolicy } from './domain/policy-description.js';
import { PoliciesRepository } from './policies.repository.js';

/** The policy versions there are, and which of them the body adopted. */
@Injectable()
export class PoliciesQueries {
  constructor(
    private readonly transactor: Transactor,
    private readonly policies: PoliciesRepository,
    private readonly library: PolicyLibrary,
  ) {}

  async list(caller: Caller, query: PageQuery): Promise<PolicyPageDto> {
    const after = positionAfter(query);
    const rows = await this.transactor.read(caller, (tx) =>
      this.policies.list(tx, caller, query.limit + 1, after),
    );
    return pageOf(query, rows, {
      position: ({ id }) => ({ key: id, id }),
      item: (row) => row,
    });
  }

  /** @throws NotFound */
  read(caller: Caller, id: string): Promise<PolicyResponseDto> {
    return this.transactor.read(caller, async (tx) => {
      const summary = await this.policies.read(tx, caller, id);
      const pack = await this.library.packWithin(tx, id);
      return { ...summary, ...describePolicy(pack) };
    });
  }
}
