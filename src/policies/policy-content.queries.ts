import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { pageOfList, type PageQuery } from '../shared/http/page.js';
import { documentOf } from './domain/article-source.js';
import type { Article } from './domain/pack.js';
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

  /** Of a document that is not public only a body that runs on the policy reads the articles. @throws NotFound */
  async articles(
    { policyVersionId }: Pick<Caller, 'policyVersionId'>,
    id: string,
    query: PageQuery,
  ): Promise<ArticlePageDto> {
    const pack = await this.library.pack(id);
    const own = policyVersionId === null ? undefined : await this.library.pack(policyVersionId);
    const shown: readonly Article[] = pack.articles.filter(
      (article) => own?.id === pack.id || documentOf(pack, article).disclosure === 'public',
    );
    const items = shown as readonly ArticleDto[];
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
