import { Injectable } from '@nestjs/common';
import {
  arisesOnSql,
  joinedEffectsSql,
  obligationStateSql,
  runsOnSql,
} from '../engagements/index.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { ArticleCountsDto, EngagementCoverageDto } from './dto/coverage.dto.js';
import { countsSql, gravestSql } from './gravity-sql.js';
import { PARTIES } from './parties-sql.js';

const OF_ARTICLE = `
  SELECT e.id, e.title, e.status, u.name AS "unitName", v.name AS "vendorName", standing.state, standing.duties
  FROM (
    SELECT d.engagement_id, ${gravestSql('d.state')} AS state,
      json_agg(json_build_object('id', d.id, 'rule', d.rule_id, 'state', d.state, 'dueOn', d.due_on)
        ORDER BY d.rule_id) AS duties
    FROM (
      SELECT o.engagement_id, o.id, o.rule_id, o.due_on, ${obligationStateSql('$2')} AS state
      FROM obligations o
      WHERE o.organization_id = $1 AND o.article_key = $3 AND ${arisesOnSql('$2')}
        AND ($5::uuid IS NULL OR o.engagement_id > $5)
      OFFSET 0
    ) d
    GROUP BY d.engagement_id
  ) standing
  JOIN engagements e ON e.organization_id = $1 AND e.id = standing.engagement_id ${PARTIES}
  WHERE ${runsOnSql('$2')} AND ($4::text[] IS NULL OR standing.state = ANY($4))
  ORDER BY e.id LIMIT $6`;

const PER_ARTICLE = `
  SELECT article_key AS key, json_build_object('engagements', count(*), ${countsSql('state')}) AS counts
  FROM (
    SELECT d.article_key, ${gravestSql('d.state')} AS state
    FROM (
      SELECT o.article_key, o.engagement_id, ${obligationStateSql('$2', 'effects.effect')} AS state
      FROM obligations o JOIN engagements e ON e.organization_id = o.organization_id AND e.id = o.engagement_id
      ${joinedEffectsSql('$2')}
      WHERE o.organization_id = $1 AND o.article_key = ANY($3::text[]) AND ${arisesOnSql('$2')} AND ${runsOnSql('$2')}
      OFFSET 0
    ) d
    GROUP BY d.article_key, d.engagement_id
  ) standing
  GROUP BY article_key`;

/** A policy version, of those engagements run on, that has the article. */
const VERSION_OF_ARTICLE = `
  SELECT e.policy_version_id AS id
  FROM obligations o JOIN engagements e ON e.organization_id = o.organization_id AND e.id = o.engagement_id
  WHERE o.organization_id = $1 AND o.article_key = $2 LIMIT 1`;

export type StateCounts = Omit<ArticleCountsDto, 'article'>;

@Injectable()
export class CoverageRepository {
  /** The engagements that carry an article and ran on the day, in the order of entry. */
  ofArticle(
    tx: Tx,
    scope: Scope,
    asked: {
      readonly article: string;
      readonly on: string;
      readonly states: readonly string[] | undefined;
    },
    page: { readonly afterId: string | undefined; readonly limit: number },
  ): Promise<EngagementCoverageDto[]> {
    const { article, on, states } = asked;
    return execute(tx, {
      name: 'coverage-of-article',
      text: OF_ARTICLE,
      values: [scope.organizationId, on, article, states ?? null, page.afterId ?? null, page.limit],
    });
  }

  /** In how many engagements articles stood how on a day; an article nobody carries is absent. */
  async perArticle(
    tx: Tx,
    scope: Scope,
    articles: readonly string[],
    on: string,
  ): Promise<ReadonlyMap<string, StateCounts>> {
    const rows = await execute<{ key: string; counts: StateCounts }>(tx, {
      name: 'coverage-per-article',
      text: PER_ARTICLE,
      values: [scope.organizationId, on, articles],
    });
    return new Map(rows.map(({ key, counts }) => [key, counts]));
  }

  /** Of an article no longer in force; undefined where no engagement ever carried it. */
  async versionOfArticle(tx: Tx, scope: Scope, article: string): Promise<string | undefined> {
    const [row] = await execute<{ id: string }>(tx, {
      name: 'coverage-version-of-article',
      text: VERSION_OF_ARTICLE,
      values: [scope.organizationId, article],
    });
    return row?.id;
  }
}
