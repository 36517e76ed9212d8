import type { Client } from './client.js';

interface Text {
  readonly ja: string;
}

interface Named {
  readonly id: string;
  readonly label: Text;
}

interface InformationClass extends Named {
  readonly rank: number;
  readonly marks: readonly string[];
}

interface PolicyContent {
  readonly id: string;
  readonly title: Text;
  readonly effective: { readonly printed: Text; readonly onPublication?: boolean } | null;
  readonly roles: readonly (Named & { readonly standsFor?: readonly string[] })[];
  readonly classification: Readonly<Record<Dimension, readonly InformationClass[]>>;
  readonly segments: readonly (Named & { readonly admits: readonly string[] })[];
  readonly ruleDocumentKinds: readonly { readonly id: string; readonly title: Text }[];
  readonly reports: readonly ReportKind[];
}

type Dimension = 'confidentiality' | 'integrity' | 'availability';

interface Article {
  readonly obligations: readonly {
    readonly roles: readonly string[];
    readonly proof: { readonly kind: string; readonly of?: readonly string[] };
  }[];
}

/** A kind of report, who makes it and who receives it. */
export interface ReportKind {
  readonly id: string;
  readonly title: Text;
  readonly from: string;
  readonly trigger: string;
  readonly recipientRoles: readonly string[];
}

/** How a data item is classified: by the ids of the policy. */
export type Classes = Readonly<Record<Dimension, string>>;

const DIMENSIONS = ['confidentiality', 'integrity', 'availability'] as const;

/** What the body's policy says, as the service tells it: the demo itself knows no body's policy. */
export class Policy {
  private constructor(
    private readonly content: PolicyContent,
    private readonly articles: readonly Article[],
  ) {}

  /** The policy the body has adopted for the latest day. */
  static async read(client: Client): Promise<Policy> {
    const { items } = await client.get<{ items: { policyVersionId: string }[] }>(
      '/v1/policy-adoptions',
    );
    const id = items.at(0)?.policyVersionId;
    if (id === undefined) throw new Error('The body has adopted no policy');
    const content = await client.get<PolicyContent>(`/v1/policies/${id}`);
    return new Policy(content, await articlesOf(client, id));
  }

  get id(): string {
    return this.content.id;
  }

  get title(): string {
    return this.content.title.ja;
  }

  get isInForceOnPublication(): boolean {
    return this.content.effective?.onPublication === true;
  }

  /** A role with those whose place it takes in this body. */
  rolesOf(id: string): readonly string[] {
    const role = this.content.roles.find((candidate) => candidate.id === id);
    return [id, ...(role?.standsFor ?? [])];
  }

  /** The classes of information that must not leak, be altered or be missing, short of the most secret. */
  get sensitive(): Classes {
    return this.classesWhere(({ marks }) => marks.includes('important'));
  }

  /** The classes of information that may be published. */
  get open(): Classes {
    return this.classesWhere(({ marks }) => marks.length === 0);
  }

  /** What classes are called. */
  labelOf(classes: Classes): string {
    const labels = DIMENSIONS.map((dimension) => {
      const found = this.content.classification[dimension].find(
        ({ id }) => id === classes[dimension],
      );
      return found?.label.ja ?? '';
    });
    return labels.join('・');
  }

  /** The segment nearest to the outside in which information of the classes may be handled. */
  segmentFor({ confidentiality }: Classes): Named {
    const fit = this.content.segments.filter(({ admits }) => admits.includes(confidentiality));
    const segment = fit.at(-1);
    if (segment === undefined) throw new Error(`No segment admits ${confidentiality}`);
    return segment;
  }

  reportKind(id: string): ReportKind {
    const kind = this.content.reports.find((candidate) => candidate.id === id);
    if (kind === undefined) throw new Error(`The policy has no report ${id}`);
    return kind;
  }

  /** What the policy calls a kind of rule document, and the roles that may register it; none where it asks for none. */
  ruleDocument(kind: string): { readonly title: string; readonly roles: readonly string[] } | null {
    const asking = this.articles
      .flatMap(({ obligations }) => obligations)
      .find(({ proof }) => proof.kind === 'rule-document' && proof.of?.includes(kind) === true);
    if (asking === undefined) return null;
    const named = this.content.ruleDocumentKinds.find(({ id }) => id === kind);
    return { title: named?.title.ja ?? kind, roles: asking.roles };
  }

  private classesWhere(fits: (candidate: InformationClass) => boolean): Classes {
    const lowest = (dimension: Dimension): string => {
      const [found] = this.content.classification[dimension]
        .filter(fits)
        .sort((a, b) => a.rank - b.rank);
      if (found === undefined) throw new Error(`The policy has no such class of ${dimension}`);
      return found.id;
    };
    return {
      confidentiality: lowest('confidentiality'),
      integrity: lowest('integrity'),
      availability: lowest('availability'),
    };
  }
}

async function articlesOf(client: Client, id: string): Promise<readonly Article[]> {
  const articles: Article[] = [];
  let after = '';
  do {
    const path = `/v1/policies/${id}/articles?limit=200${after === '' ? '' : `&after=${after}`}`;
    const page = await client.get<{ items: Article[]; nextCursor: string | null }>(path);
    articles.push(...page.items);
    after = page.nextCursor ?? '';
  } while (after !== '');
  return articles;
}
