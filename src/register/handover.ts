import { Injectable, type StreamableFile } from '@nestjs/common';
import { BodyPolicy, reachOf } from '../organizations/index.js';
import { roleInPlaceOf, type Pack } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { SheetCell } from '../shared/documents/sheet.js';
import { writeXlsx } from '../shared/documents/xlsx.js';
import { addDays, calendarDate } from '../shared/domain/calendar-date.js';
import { InvalidInput } from '../shared/domain/domain-error.js';
import type { Language } from '../shared/domain/text.js';
import { attachment } from '../shared/http/attachment.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { handedOverBy } from './handed-over.js';
import type { HandoverDto, HandoverPostDto, HandoverQuery } from './dto/handover.dto.js';
import { HANDOVER_HEADINGS, HANDOVER_NAME, HANDOVER_WORDS } from './handover-words.js';
import { HandoverRepository, type HandedPost, type OpenFor } from './handover.repository.js';

const SOON = 90;

interface VersionedPack {
  readonly versionId: string;
  readonly pack: Pack;
}

/** What posts have open when they change hands (事務引継ぎ). */
@Injectable()
export class Handover {
  constructor(
    private readonly transactor: Transactor,
    private readonly handover: HandoverRepository,
    private readonly bodyPolicy: BodyPolicy,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws InvalidInput, NoPolicyInForce */
  read(caller: Caller, query: HandoverQuery, language: Language): Promise<HandoverDto> {
    const { postId, personId, on } = query;
    if ([postId, personId, on].every((each) => each === undefined)) throw unasked();
    const today = this.clock.today();
    const soon = addDays(calendarDate(today), SOON);
    return this.transactor.read(caller, async (tx) => {
      const { pack } = await this.bodyPolicy.inForce(tx, caller);
      const packs = await this.packs(tx, caller);
      const posts: HandoverPostDto[] = [];
      for (const post of await this.handover.posts(tx, caller, query)) {
        const asked = { today, soon, ...openFor(post, pack, packs) };
        const open = await this.handover.open(tx, caller, asked);
        const inOrder = asked.kinds.flatMap((kind) => open.filter((row) => row.kind === kind));
        const roleLabel = pack.roles.find(({ id }) => id === post.roleId)?.label[language];
        const named = { roleLabel: roleLabel ?? post.roleId, ...post };
        posts.push({
          ...named,
          open: inOrder.map((row) => ({ ...row, label: HANDOVER_WORDS[row.kind][language] })),
        });
      }
      return { asOf: today, posts };
    });
  }

  /** @throws InvalidInput, NoPolicyInForce */
  async file(caller: Caller, query: HandoverQuery, language: Language): Promise<StreamableFile> {
    const { posts, asOf } = await this.read(caller, query, language);
    const kind = language === 'ja' ? ('era-date' as const) : ('date' as const);
    const columns = HANDOVER_HEADINGS.map(({ isDay, width, header }) => ({
      header: header[language],
      width,
      ...(isDay === true && { kind }),
    }));
    const name = HANDOVER_NAME[language];
    const content = await writeXlsx([{ name, columns, rows: posts.flatMap(rowsOf) }]);
    return attachment({ kind: 'xlsx', content, name: `${name}_${asOf}`, plainName: 'handover' });
  }

  private async packs(tx: Tx, caller: Caller): Promise<VersionedPack[]> {
    const packs: VersionedPack[] = [];
    for (const versionId of await this.handover.versions(tx, caller)) {
      packs.push({ versionId, pack: await this.bodyPolicy.pack(tx, versionId) });
    }
    return packs;
  }
}

/** A role the policy has since replaced acts as the one in its place. */
function openFor(
  { roleId, unitId }: HandedPost,
  inForce: Pack,
  packs: readonly VersionedPack[],
): Pick<OpenFor, 'unitId' | 'kinds' | 'rules'> {
  const acting = roleInPlaceOf(inForce, roleId);
  const duties = inForce.roles.find(({ id }) => id === acting)?.duties ?? [];
  const rules = packs.flatMap(({ versionId, pack }) =>
    pack.articles
      .flatMap(({ obligations }) => obligations)
      .filter(({ roles }) => roles.some((role) => roleInPlaceOf(inForce, role) === acting))
      .map(({ id }) => ({ versionId, ruleId: id })),
  );
  return { unitId: reachOf({ unitId, duties }), kinds: handedOverBy(duties), rules };
}

function rowsOf({ roleLabel, unitName, personName, open }: HandoverPostDto): SheetCell[][] {
  const post = [roleLabel, unitName, personName];
  if (open.length === 0) return [[...post, null, 0, null, null]];
  return open.flatMap(({ label, count, items }) =>
    items.map(({ engagementTitle, dueOn }) => [...post, label, count, engagementTitle, dueOn]),
  );
}

function unasked(): InvalidInput {
  const detail = {
    ja: 'postId、personId、on のいずれかを指定してください。',
    en: 'Name postId, personId or on.',
  };
  return new InvalidInput([{ parameter: 'on', detail }]);
}
