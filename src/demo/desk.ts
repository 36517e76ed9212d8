import { word } from './words.js';
import type { Client, Problem } from './client.js';
import type { Colleague, Office } from './office.js';
import type { RecordPaper } from './papers.js';

/** What the person who watches is shown. */
export interface Narrator {
  step(title: string): void;
  tell(line: string): void;
}

interface Obligation {
  readonly rule: string;
  readonly phase: string;
  readonly state: string;
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

const CLOSED_STATES = ['met', 'excepted', 'not-applicable'];

/** The work on one engagement: who is there, what day it is, and what is still unproven. */
export class Desk {
  engagementId = '';
  /** The day it is on the business clock of the service. */
  day = '';

  constructor(
    readonly office: Office,
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
    this.tell(`${title} ${detail}`);
    for (const { label, title: article, remedy } of unmet.slice(0, SHOWN)) {
      this.tell(`  ✗ ${label} ${article} … ${remedy}`);
    }
    if (unmet.length > SHOWN) this.tell(`  … ほか ${String(unmet.length - SHOWN)} 件`);
    return unmet;
  }

  /** Files records, each by someone who owes the duty it proves. */
  async file(papers: readonly RecordPaper[]): Promise<void> {
    for (const { by, ...paper } of papers) {
      const { client } = this.office.who(by);
      await client.post(this.path('/records'), { ...paper, statedOn: this.day });
    }
    this.tell(`記録を ${String(papers.length)} 件備えました。`);
  }

  /** Tells where the obligations stand. @returns the rules still open */
  async ledger(): Promise<readonly Obligation[]> {
    const { client } = this.office.who('section-manager');
    const { items } = await client.get<{ items: Obligation[] }>(this.path('/obligations'));
    const open = items.filter(({ state }) => !CLOSED_STATES.includes(state));
    const met = String(items.length - open.length);
    this.tell(`義務の台帳: 全 ${String(items.length)} 件中 ${met} 件が果たされました。`);
    return open;
  }
}
