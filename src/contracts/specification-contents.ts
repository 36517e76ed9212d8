import { Injectable } from '@nestjs/common';
import type { Dossier } from '../engagements/index.js';
import { holds } from '../policies/index.js';
import { OrganizationService } from '../organizations/index.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import {
  laterDuties,
  statedCondition,
  statedItem,
  type SpecificationContent,
} from './domain/specification-content.js';
import { inPolicyOrder } from './domain/specification-outline.js';
import { SpecificationBooks } from './specification-books.js';
import type { SpecificationRow } from './specifications.repository.js';

/** A version with everything its document says, as it was kept or as it stands. */
export interface ReadSpecification {
  readonly row: SpecificationRow;
  readonly dossier: Dossier;
  readonly content: SpecificationContent;
  /** Whether the content was kept when the version was confirmed. */
  readonly isKept: boolean;
}

/** What specifications say: of a confirmed version as it was kept, of a draft as it stands. */
@Injectable()
export class SpecificationContents {
  constructor(
    private readonly books: SpecificationBooks,
    private readonly organization: OrganizationService,
  ) {}

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<ReadSpecification> {
    const { specifications, dossiers } = this.books;
    const row = await specifications.read(tx, scope, id);
    const dossier = await dossiers.read(tx, scope, row.engagementId);
    const kept = await specifications.content(tx, scope, id);
    const content = kept ?? (await this.compose(tx, scope, row, dossier));
    return { row, dossier, content, isKept: kept !== null };
  }

  /** Puts together what a version says from what stands now. */
  async compose(
    tx: Tx,
    scope: Scope,
    row: SpecificationRow,
    dossier: Dossier,
  ): Promise<SpecificationContent> {
    const { engagement, pack } = dossier;
    const { number, title, documentNumber, requirements } = row;
    const { dossiers, ledger } = this.books;
    const items = await dossiers.dataItems(tx, scope, dossier);
    const entries = await ledger.entries(tx, scope, dossier);
    const owed = entries.filter(({ state }) => state !== 'not-applicable');
    const knockOuts = knockOutsOf(dossier);
    return {
      ...{ number, title, documentNumber, requirements },
      body: await this.organization.name(tx, scope),
      ...{ engagementTitle: engagement.title, from: engagement.startsOn, until: engagement.endsOn },
      dataItems: items.map((item) => statedItem(pack, item)),
      conditions: inPolicyOrder(row.conditions, pack.criteria).map((condition) =>
        statedCondition(pack, knockOuts, condition),
      ),
      laterDuties: laterDuties(
        pack,
        owed.map(({ rule }) => rule),
      ),
    };
  }
}

/** The criteria that rule a candidate out by the facts of the engagement, whatever the rest. */
function knockOutsOf({ engagement, pack }: Dossier): ReadonlySet<string> {
  const facts = new Set(engagement.facts);
  const ruling = pack.criteria.filter(
    ({ knockOut }) => knockOut !== undefined && holds(knockOut, facts),
  );
  return new Set(ruling.map(({ id }) => id));
}
