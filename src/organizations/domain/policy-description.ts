import type { Effective, Pack, SegmentSplit, Word } from '../../policies/index.js';
import type { Text } from '../../shared/domain/text.js';

type Lists = Pick<
  Pack,
  | 'documents'
  | 'scope'
  | 'staffCategories'
  | 'roles'
  | 'classification'
  | 'segments'
  | 'recordKinds'
  | 'ruleDocumentKinds'
>;

/** What a policy is, whom it binds, in which words, and the lists that other requests name ids of. */
export interface PolicyDescription extends Lists {
  readonly effective: Effective | null;
  readonly words: readonly (Text & { readonly key: string; readonly alsoCalled: string[] })[];
  readonly segmentSplit: SegmentSplit | null;
  readonly reports: readonly Pick<
    Pack['reports'][number],
    'id' | 'title' | 'from' | 'trigger' | 'recipientRoles'
  >[];
}

export function describePolicy(pack: Pack): PolicyDescription {
  const { documents, scope, staffCategories, roles, classification, segments } = pack;
  const { recordKinds, ruleDocumentKinds, reports } = pack;
  return {
    ...{ documents, scope, staffCategories, roles, classification, segments },
    ...{ recordKinds, ruleDocumentKinds },
    reports: reports.map(({ id, title, from, trigger, recipientRoles }) => ({
      ...{ id, title, from, trigger, recipientRoles },
    })),
    effective: pack.effective ?? null,
    segmentSplit: pack.segmentSplit ?? null,
    words: Object.entries<Word>(pack.vocabulary).map(([key, { ja, en, alsoCalled = [] }]) => ({
      ...{ key, ja, en, alsoCalled: [...alsoCalled] },
    })),
  };
}
