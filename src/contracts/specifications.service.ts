import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { MaterialChanges, refuseEnded, type Dossier } from '../engagements/index.js';
import { Authority } from '../organizations/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { canonicalJson } from '../shared/domain/canonical-json.js';
import { sha256Hex } from '../shared/hashing.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { ConditionsMissing } from './domain/contract.errors.js';
import {
  conditionFaults,
  conditionsOf,
  missingConditions,
  type SelectionCondition,
} from './domain/specification.js';
import type {
  ChangeSpecificationDto,
  DraftSpecificationDto,
  SpecificationDto,
  SpecificationListDto,
} from './dto/specification.dto.js';
import { SpecificationContents } from './specification-contents.js';
import { conditionsOwed, shown, SpecificationFiles } from './specification-files.js';
import type { SpecificationRow } from './specifications.repository.js';
import { refuse } from '../shared/domain/domain-error.js';

const UNCONFIRMED = {
  confirmedBy: null,
  confirmedAs: null,
  confirmedIn: null,
  confirmedOn: null,
  supersededOn: null,
  contentHash: null,
};

/** The security part of procurement specifications, version by version. */
@Injectable()
export class SpecificationsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly files: SpecificationFiles,
    private readonly contents: SpecificationContents,
    private readonly authority: Authority,
    private readonly changes: MaterialChanges,
  ) {}

  /** Draws up the next version. @throws NotFound, InvalidInput, WrongStage, SpecificationDraftExists */
  draft(
    caller: Caller,
    engagementId: string,
    body: DraftSpecificationDto,
  ): Promise<SpecificationDto> {
    return this.transactor.write(caller, async (tx) => {
      const { dossiers, specifications } = this.files.books;
      const dossier = await dossiers.lock(tx, caller, engagementId);
      refuseEnded(dossier.engagement.status);
      await dossiers.postWith(tx, caller, 'specification:write', dossier);
      const [last] = await specifications.ofEngagement(tx, caller, engagementId);
      const { title, documentNumber = null } = body;
      const after: SpecificationRow = {
        ...{ id: uuidv7(), version: 1, engagementId, number: (last?.number ?? 0) + 1 },
        ...{ status: 'draft', title, documentNumber, draftedBy: caller.personId },
        conditions: conditionsIn(dossier, body),
        requirements: requirementsIn(body),
        ...UNCONFIRMED,
      };
      await specifications.insert(tx, caller, after);
      return this.files.close(tx, caller, dossier, { action: 'specification.drafted', after });
    });
  }

  /** Changes a draft. @throws NotFound, Stale, InvalidInput, SpecificationNotDraft */
  change(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: ChangeSpecificationDto,
  ): Promise<SpecificationDto> {
    return this.transactor.write(caller, async (tx) => {
      const { specification: before, dossier } = await this.files.lockDraft(
        tx,
        caller,
        id,
        expected,
      );
      await this.files.books.dossiers.postWith(tx, caller, 'specification:write', dossier);
      const after = await this.files.books.specifications.update(tx, caller, before, {
        ...(body.title !== undefined && { title: body.title }),
        ...(body.documentNumber !== undefined && { documentNumber: body.documentNumber }),
        ...(body.conditions !== undefined && { conditions: conditionsIn(dossier, body) }),
        ...(body.requirements !== undefined && { requirements: requirementsIn(body) }),
      });
      const action = 'specification.changed';
      return this.files.close(tx, caller, dossier, { action, before, after });
    });
  }

  /**
   * Fixes a version that carries every condition; it takes the place of the one before (9(2)④ア), and what was
   * decided on that one is held to it. What its document says is kept as it stands.
   * @throws NotFound, Stale, SpecificationNotDraft, RoleRequired, ConditionsMissing, GateClosed
   */
  confirm(caller: Caller, id: string, expected: ExpectedVersion): Promise<SpecificationDto> {
    return this.transactor.write(caller, async (tx) => {
      const { specification: before, dossier } = await this.files.lockDraft(
        tx,
        caller,
        id,
        expected,
      );
      const { ledger, specifications, clock } = this.files.books;
      const roles = await this.files.confirmingRoles(tx, caller, dossier);
      const { unitId } = dossier.engagement;
      const confirmedIn = await this.authority.postIn(tx, caller, { roles, unitId });
      const missing = missingConditions(conditionsOwed(dossier), before.conditions);
      if (missing.length > 0) throw new ConditionsMissing(missing);
      await ledger.require(tx, caller, dossier, ['specify']);
      await this.supersede(tx, caller, dossier);
      const content = await this.contents.compose(tx, caller, before, dossier);
      const after = await specifications.update(tx, caller, before, {
        ...{ content, contentHash: sha256Hex(canonicalJson(content)) },
        ...{ status: 'confirmed', confirmedBy: caller.personId, confirmedAs: confirmedIn.roleId },
        confirmedIn,
        confirmedOn: clock.today(),
      });
      await this.files.prove(tx, caller, dossier, after);
      const change = { action: 'specification.confirmed', before, after };
      const touched = await this.files.record(tx, caller, dossier, change);
      await this.changes.announce(tx, caller, touched);
      return shown(after, touched);
    });
  }

  /** @throws NotFound */
  read(caller: Caller, id: string): Promise<SpecificationDto> {
    return this.transactor.read(caller, async (tx) => {
      const { specifications, dossiers } = this.files.books;
      const row = await specifications.read(tx, caller, id);
      return shown(row, await dossiers.read(tx, caller, row.engagementId));
    });
  }

  /** @throws NotFound */
  list(caller: Caller, engagementId: string): Promise<SpecificationListDto> {
    return this.transactor.read(caller, async (tx) => {
      const { specifications, dossiers } = this.files.books;
      const dossier = await dossiers.read(tx, caller, engagementId);
      const rows = await specifications.ofEngagement(tx, caller, engagementId);
      return { items: rows.map((row) => shown(row, dossier)) };
    });
  }

  private async supersede(tx: Tx, caller: Caller, dossier: Dossier): Promise<void> {
    const { specifications, ledger, trail, clock } = this.files.books;
    const before = await specifications.confirmed(tx, caller, dossier.engagement.id);
    if (before === undefined) return;
    const patch = { status: 'superseded', supersededOn: clock.today() } as const;
    const after = await specifications.update(tx, caller, before, patch);
    const { id } = before;
    await ledger.void(tx, caller, { kind: 'specification', id }, SUPERSEDED);
    const subject = { kind: 'specification', id };
    await trail.append(tx, caller, { action: 'specification.superseded', subject, before, after });
  }
}

/** @throws InvalidInput for a condition the policy does not put on the engagement */
function conditionsIn(
  dossier: Dossier,
  { conditions }: Pick<ChangeSpecificationDto, 'conditions'>,
): readonly SelectionCondition[] {
  const owed = conditionsOwed(dossier);
  refuse(conditionFaults(owed, conditions ?? []));
  return conditionsOf(owed, conditions);
}

function requirementsIn({
  requirements = [],
}: Pick<ChangeSpecificationDto, 'requirements'>): { title: string; text: string }[] {
  return requirements.map(({ title, text }) => ({ title, text }));
}

const SUPERSEDED = '新しい版の仕様を確定したため（a later version was confirmed）';
