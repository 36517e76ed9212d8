import { Injectable } from '@nestjs/common';
import { PolicyLibrary, type Pack } from '../policies/index.js';
import { DomainError } from '../shared/domain/domain-error.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';

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

  /** A policy version by id, e.g. the one an engagement is bound to. @throws NotFound */
  pack(tx: Tx, versionId: string): Promise<Pack> {
    return this.library.packWithin(tx, versionId);
  }

  /** The body's settings over the defaults of the pack; a setting without either is absent. */
  async settings(
    tx: Tx,
    scope: Scope,
    pack: Pack,
  ): Promise<ReadonlyMap<string, string | number | boolean>> {
    const rows = await execute<{ id: string; value: string | number | boolean }>(tx, {
      name: 'organization-settings',
      text: `SELECT setting_id AS id, value FROM organization_settings WHERE organization_id = $1`,
      values: [scope.organizationId],
    });
    const defaults = pack.settings.flatMap((setting) =>
      setting.default === undefined ? [] : [[setting.id, setting.default] as const],
    );
    return new Map([...defaults, ...rows.map((row) => [row.id, row.value] as const)]);
  }
}
