import { namedKinds } from '../engagements/index.js';
import { type Pack, PROOF_WORDS, type ProofKind } from '../policies/index.js';
import type { Text } from '../shared/domain/text.js';
import type { ChainRecordRow } from './chain.repository.js';
import type { ChainRecordDto } from './dto/chain.dto.js';
import { entryPlaceOf } from './entry-place.js';
import { PROOF_SOURCES } from './proof-sources.js';

/** What a proof says of the record behind it. */
interface RecordBehind {
  readonly kind: string;
  readonly id: string;
  /** First day of its effect. */
  readonly since: string;
}

/** What names records. */
interface Naming {
  readonly engagementId: string;
  readonly kinds: readonly string[];
  readonly pack: Pack;
  readonly records: ReadonlyMap<string, ChainRecordRow>;
}

export function recordKey({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind}/${id}`;
}

/** Of a record whose kind has no entry among the sources. */
const UNNAMED = { name: null, on: null, by: null, as: null, of: null, parent: null };

/** The record behind a proof by its name for people. */
export function recordOf({ kind, id, since }: RecordBehind, naming: Naming): ChainRecordDto {
  const row = naming.records.get(recordKey({ kind, id })) ?? { ...UNNAMED, kind, id };
  const { name, on, by, as, of } = row;
  return {
    ...{ kind, id, name, by },
    title: titleOf(kind, of, naming),
    on: on ?? since,
    as: naming.pack.roles.find((role) => role.id === as)?.label ?? null,
    href: hrefOf(row, naming),
  };
}

function titleOf(kind: string, of: string | null, { kinds, pack }: Naming): Text {
  if (kind === 'cloud-service-entry') return entryPlaceOf(kinds).title;
  const title =
    of === null
      ? undefined
      : namedKinds(pack, kind as ProofKind).find(({ id }) => id === of)?.title;
  return title ?? (PROOF_WORDS as Record<string, Text | undefined>)[kind] ?? { ja: kind, en: kind };
}

function hrefOf({ kind, id, parent }: ChainRecordRow, { engagementId, kinds }: Naming): string {
  return PROOF_SOURCES[kind as ProofKind].path
    .replace('{register}', entryPlaceOf(kinds).path)
    .replace('{engagement}', engagementId)
    .replace('{parent}', parent ?? '')
    .replace('{id}', id);
}
