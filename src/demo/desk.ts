import { word } from './words.js';
import type { Client, Problem } from './client.js';
import type { Colleague, Office } from './office.js';
import { STATEMENTS } from './papers.js';
import { told, type Story } from './story.js';

/** What the person who watches is shown. */
export interface Narrator {
  step(title: string): void;
  tell(line: string): void;
}

/** A duty of the engagement and what would prove it. */
export interface Obligation {
  readonly rule: string;
  readonly article: string;
  readonly phase: string;
  readonly gate: string | null;
  readonly roles: readonly string[];
  readonly state: string;
  readonly proof: {
    readonly kind: string;
    readonly anyOf: readonly { readonly id: string; readonly title: { readonly ja: string } }[];
  };
}

/** An obligation that keeps a step from being taken. */
export interface Unmet {
  readonly article: string;
  readonly label: string;
  readonly title: string;
  readonly remedy: string;
}

/** How many unmet duties of a refusal are shown. */
const SHOWN = 12;

const PROVEN_STATES = ['met', 'not-applicable'];
/** An exception stands in for a proof only for a time. */
const CLOSED_STATES = [...PROVEN_STATES, 'excepted'];

/** The work on one engagement: who is there, what day it is, and what is still unproven. */
export class Desk {
  engagementId = '';
  /** The day it is on the business clock of the service. */
  day = '';

  constructor(
    readonly office: Office,
    readonly story: Story,
    private readonly narrator: Narrator,
    private readonly clock: (day: string) => Promise<void>,
  ) {}

  step(title: string): void {
    this.narrator.step(title);
  }

  tell(line: string): void {
    this.narrator.tell(line);
  }

  async itIs(day: string): Promise<void> {
    await this.clock(day);
    this.day = day;
  }

  /** A path under the engagement. */
  path(rest: string): string {
    return `/v1/engagements/${this.engagementId}${rest}`;
  }

  /** The version a step must name. */
  async version(client: Client): Promise<number> {
    const { version } = await client.get<{ version: number }>(this.path(''));
    return version;
  }

  /** Takes a step of the engagement. @throws Refused */
  async move(who: Colleague, to: string): Promise<void> {
    const version = await this.version(who.client);
    await who.client.post(this.path('/transitions'), { to }, version);
    this.tell(`案件を「${word(to)}」に進めました（${who.name}）。`);
  }

  /** Tries a step that is expected to be refused, and tells why it is. */
  async refusedMove(who: Colleague, to: string): Promise<readonly Unmet[]> {
    const version = await this.version(who.client);
    const problem = await who.client.refusal(this.path('/transitions'), { to }, version);
    this.tell(`「${word(to)}」への移行は ${String(problem.status)} で拒まれました。`);
    return this.tellUnmet(problem);
  }

  /** What a refusal names. */
  tellUnmet({ title, detail, facts }: Problem): readonly Unmet[] {
    const unmet = (facts?.unmet ?? []) as readonly Unmet[];
    this.tell(`${title}：${detail}`);
    for (const { label, title: article, remedy } of unmet.slice(0, SHOWN)) {
      this.tell(`  ✗ ${label} ${article} … ${remedy}`);
    }
    if (unmet.length > SHOWN) this.tell(`  … ほか ${String(unmet.length - SHOWN)} 件`);
    return unmet;
  }

  /** The duties that are in question. */
  async obligations(): Promise<readonly Obligation[]> {
    const { client } = this.office.who('section-manager');
    const { items } = await client.get<{ items: Obligation[] }>(this.path('/obligations'));
    return items;
  }

  /** The article of a duty that a record of a kind proves. */
  async articleProvedBy(id: string): Promise<string> {
    const found = (await this.obligations()).find(({ proof }) =>
      proof.anyOf.some((kind) => kind.id === id),
    );
    if (found === undefined) throw new Error(`No duty is proved by ${id}`);
    return found.article;
  }

  /** Files the records that unmet duties ask for, each by someone who owes the duty. */
  async file(asked: (duty: Obligation, kind: string) => boolean): Promise<void> {
    let filed = 0;
    for (;;) {
      const next = (await this.obligations()).find(
        (duty) =>
          duty.proof.kind === 'record' &&
          !PROVEN_STATES.includes(duty.state) &&
          asked(duty, duty.proof.anyOf[0]?.id ?? ''),
      );
      if (next === undefined) break;
      await this.fileFor(next);
      filed += 1;
    }
    if (filed > 0) this.tell(`記録を ${String(filed)} 件登録しました。`);
  }

  private async fileFor({ rule, roles, proof }: Obligation): Promise<void> {
    const [kind] = proof.anyOf;
    if (kind === undefined) throw new Error(`${rule} names no kind of record`);
    const { statement, evidence = [] } = STATEMENTS[kind.id] ?? {
      statement: `「${kind.title.ja}」として求められる事項を確かめ、記録した。`,
    };
    await this.office.who(roles).client.post(this.path('/records'), {
      kind: kind.id,
      statement: told(statement, this.words),
      evidence,
      statedOn: this.day,
    });
  }

  /** The words of the story and of the policy for what texts of the demo speak of. */
  private get words(): Readonly<Record<string, string>> {
    const { system, information, court } = this.story;
    const { policy } = this.office;
    const classes = policy.labelOf(policy.sensitive);
    const segment = policy.segmentFor(policy.sensitive).label.ja;
    return { system, information, court, classes, segment };
  }

  /** Tells where the obligations stand. @returns the rules still open */
  async ledger(): Promise<readonly Obligation[]> {
    const items = await this.obligations();
    const open = items.filter(({ state }) => !CLOSED_STATES.includes(state));
    const met = String(items.length - open.length);
    this.tell(`義務の台帳: 全 ${String(items.length)} 件中 ${met} 件が果たされました。`);
    return open;
  }
}
