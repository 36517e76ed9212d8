import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { PageQuery } from '../shared/http/page.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { ClausePageDto } from './dto/clause.dto.js';
import { ArticlePageDto, CriterionPageDto } from './dto/policy-content.dto.js';
import { PolicyContentQueries } from './policy-content.queries.js';

@ApiTags('policy')
@Controller('v1/policies/:id')
export class PolicyContentController {
  constructor(private readonly queries: PolicyContentQueries) {}

  /**
   * Lists the articles of a policy version with the obligations they put on engagements. Those of a
   * document that is not public are shown to bodies that run on a version of the policy, to nobody else.
   */
  @Get('articles')
  @Requires('policy:read')
  @ApiId()
  @ApiProblems(404)
  listPolicyArticles(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Query() query: PageQuery,
  ): Promise<ArticlePageDto> {
    return this.queries.articles(caller, id, query);
  }

  /** Lists the criteria of the checklist. */
  @Get('criteria')
  @Requires('policy:read')
  @ApiId()
  @ApiProblems(404)
  listPolicyCriteria(@Id() id: string, @Query() query: PageQuery): Promise<CriterionPageDto> {
    return this.queries.criteria(id, query);
  }

  /** Lists the contract clauses. */
  @Get('clauses')
  @Requires('policy:read')
  @ApiId()
  @ApiProblems(404)
  listPolicyClauses(@Id() id: string, @Query() query: PageQuery): Promise<ClausePageDto> {
    return this.queries.clauses(id, query);
  }
}
