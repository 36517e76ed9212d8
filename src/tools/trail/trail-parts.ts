import type { Verdict } from '../../audit-trail/index.js';
import type { Text } from '../../policies/index.js';
import { sentence } from '../policy/command.js';

/** A file with a part of a trail that is whole by itself. */
export interface TrailPart extends Omit<Extract<Verdict, { whole: true }>, 'whole'> {
  readonly name: string;
}

/** Where files do not follow one another in one trail; puts them into their order. */
export function gapBetween(parts: TrailPart[]): Text | undefined {
  parts.sort((a, b) => startOf(a) - startOf(b));
  for (const [at, part] of parts.entries()) {
    const next = parts[at + 1];
    if (next === undefined) return undefined;
    if (part.checkpoint.organizationId !== next.checkpoint.organizationId) return otherTrail(next);
    const end = part.checkpoint.treeSize;
    if (end < startOf(next)) return missing(end, startOf(next) - 1, part);
    if (end > startOf(next) || rootOf(part) !== next.cut?.rootHash) return notAdjoining(part, next);
  }
  return undefined;
}

/** What is told of parts that follow one another. */
export function whole(parts: readonly TrailPart[]): string {
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return '';
  const { treeSize, sealedAt, organizationId } = last.checkpoint;
  const start = startOf(first);
  const rows = String(treeSize - start);
  const told = sentence({
    ja: `証跡は完全です。${rows}行、${sealedAt} に封印、団体 ${organizationId}、鍵 ${last.keyId}`,
    en: `the trail is whole: ${rows} rows, sealed at ${sealedAt}`,
  });
  return first.cut === undefined ? told : `${told}\n${sentence(cutBefore(first.cut))}`;
}

function cutBefore({ treeSize, cutAt, rootHash, facts }: NonNullable<TrailPart['cut']>): Text {
  const last = String(treeSize - 1);
  const archive = facts.archiveSha256;
  return {
    ja: `証跡 0 から ${last} までは、保存期間の満了により ${cutAt} に切り離されています（ルート ${rootHash}、最後の書庫の SHA-256 ${archive}）。切り離しは、封印された証跡（trail.cut）に記録されています。`,
    en: `rows 0 to ${last} were cut off at ${cutAt} when their period of retention was over, as a sealed entry tells; root ${rootHash}, last archive ${archive}`,
  };
}

function missing(first: number, last: number, { name }: TrailPart): Text {
  const rows = [String(first), String(last)] as const;
  return {
    ja: `証跡 ${rows[0]} から ${rows[1]} までが欠落しています（${name} の次の書庫を指定してください）。`,
    en: `rows ${rows[0]} to ${rows[1]} are missing: name the archive that follows ${name}`,
  };
}

function notAdjoining(part: TrailPart, next: TrailPart): Text {
  return {
    ja: `${next.name} は ${part.name} に続くものではありません。`,
    en: `${next.name} does not follow ${part.name}`,
  };
}

function otherTrail({ name }: TrailPart): Text {
  return { ja: `${name} は別の団体の証跡です。`, en: `${name} is the trail of another body` };
}

/** The number of its first row. */
function startOf({ cut }: TrailPart): number {
  return cut?.treeSize ?? 0;
}

function rootOf({ checkpoint }: TrailPart): string {
  return Buffer.from(checkpoint.rootHash).toString('base64');
}
