import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { refuseEnded, type Dossier } from '../engagements/index.js';
import { holds, rolesWithDuty, type Criterion } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { SpecificationNotDraft } from './domain/contract.errors.js';
import { missingConditions } from './domain/specification.js';
import type { SpecificationDto } from './dto/specification.dto.js';
import { SpecificationBooks } from './specification-books.js';
import type { SpecificationRow } from './specifications.repository.js';

/** A specification with the dossier of its engagement, both locked. */
export interface SpecificationFile {
  readonly specification: SpecificationRow;
  readonly dossier: Dossier;
}

const NO_LONGER_COVERS =
  '案件の内容が変わり、仕様に不足する選定条件が生じたため（conditions of the changed engagement are missing）';

/** Specifications together with the dossiers they rest on and the duties they prove. */
@Injectable()
export class SpecificationFiles {
  constructor(readonly books: SpecificationBooks) {}

  /** Locks the dossier and with it the draft. @throws NotFound, Stale, WrongStage, SpecificationNotDraft */
  async lockDraft(
    tx: Tx,
    scope: Scope,
    id: string,
    expected: ExpectedVersion,
  ): Promise<SpecificationFile> {
    expected.require();
    const { specifications, dossiers } = this.books;
    const { engagementId } = await specifications.read(tx, scope, id);
    const dossier = await dossiers.lock(tx, scope, engagementId);
    const specification = await specifications.read(tx, scope, id);
    expected.compare(versionOf(specification, dossier));
    refuseEnded(dossier.engagement.status);
    const { status } = specification;
    if (status !== 'draft') throw new SpecificationNotDraft(status);
    return { specification, dossier };
  }

  /** The roles that fix it: an officer of the department where one owes it, else whoever owes it. */
  async confirmingRoles(tx: Tx, scope: Scope, dossier: Dossier): Promise<readonly string[]> {
    const entries = await this.books.ledger.entries(tx, scope, dossier);
    const owing = entries
      .filter(({ rule }) => rule.proof.kind === 'specification')
      .flatMap(({ rule }) => rule.roles);
    const officers = rolesWithDuty(dossier.pack, 'manage-department');
    const owingOfficers = officers.filter((role) => owing.includes(role));
    return owingOfficers.length > 0 ? owingOfficers : [...new Set([...owing, ...officers])];
  }

  /** Lets the confirmed version prove its duties from today, for as long as it carries every condition. */
  async prove(
    tx: Tx,
    actor: Actor,
    dossier: Dossier,
    { id, conditions }: SpecificationRow,
  ): Promise<void> {
    const record = { kind: 'specification', id } as const;
    const missing = missingConditions(conditionsOwed(dossier), conditions);
    if (missing.length > 0) {
      await this.books.ledger.void(tx, actor, record, NO_LONGER_COVERS);
      return;
    }
    await this.books.ledger.discharge(tx, actor, dossier, record);
  }

  /** Records a change, raises the version of the dossier and answers with what stands. */
  async close(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    change: SpecificationChange,
  ): Promise<SpecificationDto> {
    return shown(change.after, await this.record(tx, caller, dossier, change));
  }

  /** Records a change and raises the version of the dossier. */
  async record(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    change: SpecificationChange,
  ): Promise<Dossier> {
    const touched = await this.books.dossiers.touch(tx, caller, dossier);
    const subject = { kind: 'specification', id: change.after.id };
    await this.books.trail.append(tx, caller, { ...change, subject });
    return touched;
  }
}

interface SpecificationChange {
  readonly action: string;
  readonly before?: SpecificationRow;
  readonly after: SpecificationRow;
}

/** The criteria that the specification of an engagement must carry as selection conditions. */
export function conditionsOwed({ engagement, pack }: Dossier): readonly Criterion[] {
  const facts = new Set(engagement.facts);
  return pack.criteria.filter(
    ({ selectionCondition, when }) => selectionCondition && holds(when, facts),
  );
}

/** A specification as it is answered, with what it lacks today. */
export function shown(row: SpecificationRow, dossier: Dossier): SpecificationDto {
  const missing = missingConditions(conditionsOwed(dossier), row.conditions);
  return {
    ...row,
    version: versionOf(row, dossier),
    conditions: row.conditions.map((condition) => ({
      ...condition,
      articles: [...condition.articles],
    })),
    requirements: [...row.requirements],
    missing: missing.map(({ criterionId, topic }) => ({ criterionId, topic })),
  };
}

function versionOf({ version }: SpecificationRow, { engagement }: Dossier): string {
  return `${String(version)}.${String(engagement.version)}`;
}
