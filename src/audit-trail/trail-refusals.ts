import { DomainError } from '../shared/domain/domain-error.js';

/** The entry is recorded, but waits to be sealed. */
export class EntryNotSealed extends DomainError {
  readonly code = 'trail.not-sealed';
  readonly kind = 'conflict';
  readonly title = { ja: 'まだ封印されていません', en: 'Not sealed yet' };

  constructor() {
    super({
      ja: 'この記録はまだ封印されていません。封印（POST /v1/audit-trail/checkpoints）の後に取得してください。',
      en: 'This entry is not sealed yet. Ask again once it is (POST /v1/audit-trail/checkpoints).',
    });
  }
}

/** There is no checkpoint yet, so there is nothing to hand out. */
export class NothingSealed extends DomainError {
  readonly code = 'trail.nothing-sealed';
  readonly kind = 'conflict';
  readonly title = { ja: '封印された証跡がありません', en: 'Nothing is sealed yet' };

  constructor() {
    super({
      ja: '証跡はまだ一度も封印されていません。封印（POST /v1/audit-trail/checkpoints）の後に取得してください。',
      en: 'The trail was never sealed yet. Ask again once it is (POST /v1/audit-trail/checkpoints).',
    });
  }
}

/** The tree never had this size, or what is asked for is not in it. */
export class TreeSizeUnfit extends DomainError {
  readonly code = 'trail.tree-size-unfit';
  readonly kind = 'rule-violated';
  readonly title = { ja: '木の大きさが合いません', en: 'The tree size does not fit' };

  /** @param least and @param most what fits */
  constructor(least: number, most: number) {
    super(
      {
        ja: `大きさは ${String(least)} 以上 ${String(most)} 以下で指定してください。`,
        en: `Give a size from ${String(least)} to ${String(most)}.`,
      },
      { least, most },
    );
  }
}
