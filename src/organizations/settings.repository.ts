import { Injectable } from '@nestjs/common';
import { Stale } from '../shared/domain/domain-error.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { SettingDecision } from './domain/setting-description.js';

const COLUMNS = `SELECT setting_id AS "settingId", version, value, reason
  FROM organization_settings WHERE organization_id = $1`;

/** Only over the version that was read: a first decision made at the same moment is not written over. */
const KEEP = `
  INSERT INTO organization_settings AS s (organization_id, setting_id, version, value, reason)
  VALUES ($1, $2, $3::integer + 1, $4, $5)
  ON CONFLICT ON CONSTRAINT pk_organization_settings
  DO UPDATE SET version = excluded.version, value = excluded.value, reason = excluded.reason
  WHERE s.version = $3
  RETURNING version`;

type SettingRow = { -readonly [Field in keyof SettingDecision]: SettingDecision[Field] };

@Injectable()
export class SettingsRepository {
  all(tx: Tx, scope: Scope): Promise<SettingDecision[]> {
    const values = [scope.organizationId];
    return execute<SettingRow>(tx, { name: 'settings-all', text: COLUMNS, values });
  }

  async lock(tx: Tx, scope: Scope, settingId: string): Promise<SettingDecision | undefined> {
    const [row] = await execute<SettingRow>(tx, {
      name: 'setting-lock',
      text: `${COLUMNS} AND setting_id = $2 FOR UPDATE`,
      values: [scope.organizationId, settingId],
    });
    return row;
  }

  /** Keeps a decision over the version before it, 0 where there was none. @throws Stale */
  async keep(tx: Tx, scope: Scope, decision: SettingDecision): Promise<SettingDecision> {
    const { settingId, version, value, reason } = decision;
    const [kept] = await execute<{ version: number }>(tx, {
      name: 'setting-keep',
      text: KEEP,
      values: [scope.organizationId, settingId, version, JSON.stringify(value), reason],
    });
    if (kept === undefined) throw new Stale();
    return { ...decision, version: kept.version };
  }
}
