import { Injectable } from '@nestjs/common';
import { pageOfList, type PageQuery } from '../shared/http/page.js';
import type { ClauseDto, ClausePageDto } from './dto/clause.dto.js';
import type {
  ArticleDto,
  ArticlePageDto,
  CriterionDto,
  CriterionPageDto,
} from './dto/policy-content.dto.js';
import { PolicyLibrary } from './policy-library.js';

/** What stands in a policy version. */
@Injectable()
export class PolicyContentQueries {
  constructor(private readonly library: PolicyLibrary) {}

  /** @throws NotFound */
  async articles(id: string, query: PageQuery): Promise<ArticlePageDto> {
    const { articles } = await this.library.pack(id);
    const items = articles as readonly ArticleDto[];
    return pageOfList(query, { id, items }, ({ key }) => key);
  }

  /** @throws NotFound */
  async criteria(id: string, query: PageQuery): Promise<CriterionPageDto> {
    const { criteria } = await this.library.pack(id);
    const items = criteria as readonly CriterionDto[];
    return pageOfList(query, { id, items }, (criterion) => criterion.id);
  }

  /** @throws NotFound */
  async clauses(id: string, query: PageQuery): Promise<ClausePageDto> {
    const { clauses } = await this.library.pack(id);
    const items = clauses as readonly ClauseDto[];
    return pageOfList(query, { id, items }, (clause) => clause.id);
  }
}
