import { Injectable } from '@nestjs/common';
import { BodyPolicy } from '../organizations/index.js';
import type { Article, Pack } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { InvalidInput } from '../shared/domain/domain-error.js';
import type { Text } from '../shared/domain/text.js';
import { pageOf, pageOfList, positionAfter } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { CoverageRepository, type StateCounts } from './coverage.repository.js';
import { UNPROVEN } from './domain/gravity.js';
import type {
  ArticleCoverageDto,
  CoverageQuery,
  CoverageState,
  CoveredArticleDto,
  PolicyCoverageDto,
} from './dto/coverage.dto.js';

const NOBODY_CARRIES: StateCounts = {
  ...{ engagements: 0, met: 0, pending: 0, open: 0, overdue: 0, breached: 0 },
  ...{ excepted: 0, notApplicable: 0, unproven: 0 },
};

/** Which engagements leave an article unproven, on any day. */
@Injectable()
export class Coverage {
  constructor(
    private readonly transactor: Transactor,
    private readonly coverage: CoverageRepository,
    private readonly bodyPolicy: BodyPolicy,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws InvalidInput, NoPolicyInForce */
  read(caller: Caller, query: CoverageQuery): Promise<ArticleCoverageDto | PolicyCoverageDto> {
    const today = this.clock.today();
    const { article, on = today } = query;
    if (on > today) refuse('on', ON_IN_FUTURE);
    if (article === undefined && query.state !== undefined) refuse('state', STATE_OF_NOTHING);
    return this.transactor.read<ArticleCoverageDto | PolicyCoverageDto>(caller, (tx) =>
      article === undefined
        ? this.perArticle(tx, caller, query, on)
        : this.ofArticle(tx, caller, query, { article, on }),
    );
  }

  private async ofArticle(
    tx: Tx,
    caller: Caller,
    query: CoverageQuery,
    { article, on }: { readonly article: string; readonly on: string },
  ): Promise<ArticleCoverageDto> {
    const named = await this.articleNamed(tx, caller, article);
    const asked = { article, on, states: statesOf(query.state) };
    const page = { afterId: positionAfter(query)?.id, limit: query.limit + 1 };
    const rows = await this.coverage.ofArticle(tx, caller, asked, page);
    const items = pageOf(query, rows, {
      position: ({ id }) => ({ key: id, id }),
      item: (row) => row,
    });
    return { on, article: named, ...items };
  }

  private async perArticle(
    tx: Tx,
    caller: Caller,
    query: CoverageQuery,
    on: string,
  ): Promise<PolicyCoverageDto> {
    const { versionId, pack } = await this.bodyPolicy.inForce(tx, caller);
    const list = { id: versionId, items: pack.articles };
    const { items, nextCursor } = pageOfList(query, list, ({ key }) => key);
    const keys = items.map(({ key }) => key);
    const counts = await this.coverage.perArticle(tx, caller, keys, on);
    return {
      on,
      policyVersionId: versionId,
      items: items.map((article) => ({
        article: coveredOf(article),
        ...(counts.get(article.key) ?? NOBODY_CARRIES),
      })),
      nextCursor,
    };
  }

  /** In the policy in force, or in an earlier version that engagements still run on. */
  private async articleNamed(tx: Tx, caller: Caller, key: string): Promise<CoveredArticleDto> {
    const { pack } = await this.bodyPolicy.inForce(tx, caller);
    const article = articleOf(pack, key);
    if (article !== undefined) return coveredOf(article);
    const versionId = await this.coverage.versionOfArticle(tx, caller, key);
    const earlier =
      versionId === undefined
        ? undefined
        : articleOf(await this.bodyPolicy.pack(tx, versionId), key);
    return earlier === undefined ? refuse('article', NO_SUCH_ARTICLE) : coveredOf(earlier);
  }
}

function articleOf({ articles }: Pack, wanted: string): Article | undefined {
  return articles.find(({ key }) => key === wanted);
}

function coveredOf({ key, label, title }: Article): CoveredArticleDto {
  return { key, label, title };
}

function statesOf(state: CoverageState | undefined): readonly string[] | undefined {
  if (state === undefined) return undefined;
  return state === 'unproven' ? UNPROVEN : [state];
}

const NO_SUCH_ARTICLE: Text = {
  ja: 'ポリシーにない条項です。/v1/policies/{id}/articles の key を指定してください。',
  en: 'The policy has no such article; name a key of /v1/policies/{id}/articles.',
};
const ON_IN_FUTURE: Text = {
  ja: '本日以前の日を指定してください。',
  en: 'Name today or a day before it.',
};
const STATE_OF_NOTHING: Text = {
  ja: 'state は article と併せて指定してください。',
  en: 'Give state together with article.',
};

function refuse(parameter: string, detail: Text): never {
  throw new InvalidInput([{ parameter, detail }]);
}
