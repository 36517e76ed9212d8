import { Injectable } from '@nestjs/common';
import {
  mustBeDecided,
  PolicyLibrary,
  standingValue,
  type Pack,
  type Setting,
  type SettingValue,
} from '../policies/index.js';
import { DomainError } from '../shared/domain/domain-error.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { noSuchCategory } from './domain/input-faults.js';
import type { UndecidedSettingDto } from './dto/policy-adoption.dto.js';

/** The body has not adopted a policy that is in force today. */
export class NoPolicyInForce extends DomainError {
  readonly code = 'policy.none-in-force';
  readonly kind = 'rule-violated';
  readonly title = { ja: '適用中のポリシーがありません', en: 'No policy is in force' };

  constructor() {
    super({
      ja: '本日適用されている情報セキュリティポリシーがありません。先に採用を記録してください。',
      en: 'No information-security policy is in force today. Record its adoption first.',
    });
  }
}

/** A policy version a body runs on. */
export interface PolicyInForce {
  readonly versionId: string;
  readonly pack: Pack;
}

/** The settings of a policy that the body must decide and, as the policy takes it, has not. */
export function undecidedOf(
  pack: SettingsOfPack,
  decided: ReadonlyMap<string, SettingValue>,
): readonly Setting[] {
  const standing = standingOf(pack, decided);
  return pack.settings.filter((setting) => mustBeDecided(setting) && !standing.has(setting.id));
}

type SettingsOfPack = Pick<Pack, 'settings' | 'roles'>;

/** What the body decided, perhaps under another policy, as far as this one takes it. */
function standingOf(
  pack: SettingsOfPack,
  decided: ReadonlyMap<string, SettingValue>,
): ReadonlyMap<string, SettingValue> {
  const standing = new Map<string, SettingValue>();
  for (const setting of pack.settings) {
    const given = decided.get(setting.id);
    const value = given === undefined ? undefined : standingValue(setting, given, pack);
    if (value !== undefined) standing.set(setting.id, value);
  }
  return standing;
}

/** How a reply names a setting that is undecided. */
export function namedSetting({ id, label, article }: Setting): UndecidedSettingDto {
  return { id, label, article: article ?? null };
}

/** What the body's policy and its own settings say today. */
@Injectable()
export class BodyPolicy {
  constructor(
    private readonly library: PolicyLibrary,
    private readonly clock: BusinessClock,
  ) {}

  /** The policy version in force today. @throws NoPolicyInForce */
  async inForce(tx: Tx, scope: Scope): Promise<PolicyInForce> {
    const [row] = await execute<{ versionId: string }>(tx, {
      name: 'policy-in-force',
      text: `SELECT policy_version_id AS "versionId" FROM policy_adoptions
             WHERE organization_id = $1 AND effective_from <= $2
             ORDER BY effective_from DESC LIMIT 1`,
      values: [scope.organizationId, this.clock.today()],
    });
    if (row === undefined) throw new NoPolicyInForce();
    return { versionId: row.versionId, pack: await this.library.packWithin(tx, row.versionId) };
  }

  /** The day from which the body keeps its duties here: that of its first adoption, or of recording it. */
  async keptSince(tx: Tx, scope: Scope): Promise<string | null> {
    const [row] = await execute<{ day: string | null }>(tx, {
      name: 'policy-kept-since',
      text: `SELECT min(greatest(effective_from, (decided_at AT TIME ZONE 'Asia/Tokyo')::date)) AS day
             FROM policy_adoptions WHERE organization_id = $1`,
      values: [scope.organizationId],
    });
    return row?.day ?? null;
  }

  /** Where a category of staff is told, the policy in force has it. @throws InvalidInput, NoPolicyInForce */
  async requireStaffCategory(tx: Tx, scope: Scope, category: string | null): Promise<void> {
    if (category === null) return;
    const { staffCategories } = (await this.inForce(tx, scope)).pack;
    if (staffCategories.some(({ id }) => id === category)) return;
    throw noSuchCategory('#/category', category, staffCategories);
  }

  /** A policy version by id, e.g. the one an engagement is bound to. @throws NotFound */
  pack(tx: Tx, versionId: string): Promise<Pack> {
    return this.library.packWithin(tx, versionId);
  }

  /** The id of the version named `pack@version`, or of the highest where only `pack` is named. */
  versionNamed(tx: Tx, name: string): Promise<string | undefined> {
    return this.library.versionNamed(tx, name);
  }

  /** The body's settings over the defaults of the pack; a setting without either is absent. */
  async settings(tx: Tx, scope: Scope, pack: Pack): Promise<ReadonlyMap<string, SettingValue>> {
    const decided = await this.decidedSettings(tx, scope);
    const defaults = pack.settings.flatMap((setting) =>
      setting.default === undefined ? [] : [[setting.id, setting.default] as const],
    );
    return new Map([...defaults, ...standingOf(pack, decided)]);
  }

  /** What the body decided itself, by setting. */
  async decidedSettings(tx: Tx, scope: Scope): Promise<ReadonlyMap<string, SettingValue>> {
    const rows = await execute<{ id: string; value: SettingValue }>(tx, {
      name: 'organization-settings',
      text: `SELECT setting_id AS id, value FROM organization_settings WHERE organization_id = $1`,
      values: [scope.organizationId],
    });
    return new Map(rows.map(({ id, value }) => [id, value]));
  }

  /** The settings a policy leaves to the body and the body has not decided: nothing goes live before. */
  async undecided(tx: Tx, scope: Scope, pack: Pack): Promise<readonly Setting[]> {
    return undecidedOf(pack, await this.decidedSettings(tx, scope));
  }

  /** The policy in force and those that are adopted from a later day, in this order. @throws NoPolicyInForce */
  async adopted(tx: Tx, scope: Scope): Promise<readonly PolicyInForce[]> {
    const rows = await execute<{ versionId: string }>(tx, {
      name: 'policies-adopted',
      text: `SELECT policy_version_id AS "versionId" FROM policy_adoptions
             WHERE organization_id = $1 AND effective_from >= coalesce(
               (SELECT max(effective_from) FROM policy_adoptions
                WHERE organization_id = $1 AND effective_from <= $2), '-infinity')
             ORDER BY effective_from`,
      values: [scope.organizationId, this.clock.today()],
    });
    if (rows.length === 0) throw new NoPolicyInForce();
    return this.readAll(tx, rows);
  }

  /** The policies that others have followed, the last first: what began on one goes on by it. */
  async followed(tx: Tx, scope: Scope): Promise<readonly PolicyInForce[]> {
    const rows = await execute<{ versionId: string }>(tx, {
      name: 'policies-followed',
      text: `SELECT policy_version_id AS "versionId" FROM policy_adoptions
             WHERE organization_id = $1 AND effective_from <= $2
             ORDER BY effective_from DESC OFFSET 1`,
      values: [scope.organizationId, this.clock.today()],
    });
    return this.readAll(tx, rows);
  }

  private async readAll(
    tx: Tx,
    rows: readonly { readonly versionId: string }[],
  ): Promise<readonly PolicyInForce[]> {
    const policies: PolicyInForce[] = [];
    for (const { versionId } of rows) {
      policies.push({ versionId, pack: await this.library.packWithin(tx, versionId) });
    }
    return policies;
  }

  /** The part of the body a unit belongs to, by what is said of it or the nearest unit above it. */
  async partOf(tx: Tx, scope: Scope, unitId: string): Promise<string | null> {
    const [row] = await execute<{ part: string }>(tx, {
      name: 'org-unit-part',
      text: `WITH RECURSIVE above (id, parent_id, part, height) AS (
               SELECT id, parent_id, part, 0 FROM org_units
               WHERE organization_id = $1 AND id = $2
               UNION ALL
               SELECT u.id, u.parent_id, u.part, height + 1
               FROM above JOIN org_units u ON u.organization_id = $1 AND u.id = above.parent_id)
             SELECT part FROM above WHERE part IS NOT NULL ORDER BY height LIMIT 1`,
      values: [scope.organizationId, unitId],
    });
    return row?.part ?? null;
  }
}
