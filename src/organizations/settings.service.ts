import { Injectable } from '@nestjs/common';
import { AuditTrail, type Actor } from '../audit-trail/index.js';
import {
  settingFault,
  standingValue,
  switchesOffSafeguard,
  type Pack,
  type Setting,
  type SettingValue,
} from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { InvalidInput, NotFound } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { pageOfList } from '../shared/http/page.js';
import type { Scope } from '../shared/persistence/scope.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BodyPolicy, undecidedOf, type PolicyInForce } from './body-policy.js';
import { reasonRequired } from './domain/input-faults.js';
import { describeSetting, type SettingDecision } from './domain/setting-description.js';
import type {
  DecideSettingDto,
  ListSettingsQuery,
  SettingPageDto,
  SettingResponseDto,
} from './dto/setting.dto.js';
import { SettingsRepository } from './settings.repository.js';

/** What the body's policies leave open, as the body decided it. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly settings: SettingsRepository,
    private readonly policy: BodyPolicy,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NoPolicyInForce */
  async list(caller: Caller, query: ListSettingsQuery): Promise<SettingPageDto> {
    const list = await this.transactor.read(caller, async (tx) => {
      const policies = await this.policy.adopted(tx, caller);
      const decisions = await this.settings.all(tx, caller);
      const byId = new Map(decisions.map((decision) => [decision.settingId, decision]));
      const items = settingsOf(policies)
        .map((found) => described(found, byId.get(found.setting.id)))
        .filter(({ missing }) => query.missing === undefined || String(missing) === query.missing);
      return { id: policies.map(({ versionId }) => versionId).join(' '), items };
    });
    return pageOfList(query, list, ({ id }) => id);
  }

  /** @throws NoPolicyInForce, NotFound */
  read(caller: Caller, id: string): Promise<SettingResponseDto> {
    return this.transactor.read(caller, async (tx) => {
      const found = required(await this.find(tx, caller, id));
      const decisions = await this.settings.all(tx, caller);
      const decision = decisions.find(({ settingId }) => settingId === id);
      return described(found, decision);
    });
  }

  /** @throws NoPolicyInForce, InvalidInput, NotFound, Stale */
  decide(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: DecideSettingDto,
  ): Promise<SettingResponseDto> {
    return this.transactor.write(caller, async (tx) => {
      const known = await this.find(tx, caller, id);
      if (known !== undefined) refuseUnfit(known, body);
      expected.require();
      const found = required(known);
      const before = await this.settings.lock(tx, caller, id);
      expected.compare(before?.version ?? 0);
      const { value, reason = null } = body;
      const decision = { settingId: id, value, reason };
      const after = await this.keep(tx, caller, decision, before);
      return described(found, after);
    });
  }

  /** Decides what was never decided before. @throws NoPolicyInForce, InvalidInput, NotFound, Stale */
  async decideWithin(tx: Tx, actor: Actor, id: string, value: SettingValue): Promise<void> {
    refuseUnfit(required(await this.find(tx, actor, id)), { value });
    await this.keep(tx, actor, { settingId: id, value, reason: null }, undefined);
  }

  private async find(tx: Tx, scope: Scope, id: string): Promise<SettingOfPack | undefined> {
    const adopted = settingsOf(await this.policy.adopted(tx, scope));
    const found = adopted.find(({ setting }) => setting.id === id);
    if (found !== undefined) return found;
    const followed = settingsOf(await this.policy.followed(tx, scope));
    return followed.find(({ setting }) => setting.id === id);
  }

  private async keep(
    tx: Tx,
    actor: Actor,
    decision: Omit<SettingDecision, 'version'>,
    before: SettingDecision | undefined,
  ): Promise<SettingDecision> {
    const version = before?.version ?? 0;
    const after = await this.settings.keep(tx, actor, { ...decision, version });
    const subject = { kind: 'organization', id: actor.organizationId };
    const change = { action: 'setting.decided', subject, before, after, facts: { ...decision } };
    await this.trail.append(tx, actor, change);
    return after;
  }
}

interface SettingOfPack {
  readonly setting: Setting;
  readonly pack: Pack;
  /** Whether any of the policies leaves it to the body. */
  readonly isLeftToBody: boolean;
}

function described(
  { setting, pack, isLeftToBody }: SettingOfPack,
  decision: SettingDecision | undefined,
): SettingResponseDto {
  const value = decision && standingValue(setting, decision.value, pack);
  return describeSetting(setting, {
    version: decision?.version ?? 0,
    decision: value === undefined ? undefined : { value, reason: decision?.reason ?? null },
    mustBeDecided: isLeftToBody,
  });
}

/**
 * The settings of the policy in force and, so that they can be decided in time, those that only a
 * policy adopted from a later day has or leaves to the body.
 */
function settingsOf(policies: readonly PolicyInForce[]): readonly SettingOfPack[] {
  const left = new Set(policies.flatMap(({ pack }) => undecidedOf(pack, new Map()).map(idOf)));
  const all = policies.flatMap(({ pack }) =>
    pack.settings.map((setting) => ({ setting, pack, isLeftToBody: left.has(setting.id) })),
  );
  const first = new Map([...all].reverse().map((entry) => [entry.setting.id, entry]));
  return all.filter((entry) => first.get(entry.setting.id) === entry);
}

function idOf({ id }: Setting): string {
  return id;
}

function required<T>(found: T | undefined): T {
  if (found === undefined) throw new NotFound();
  return found;
}

/** @throws InvalidInput */
function refuseUnfit({ pack, setting }: SettingOfPack, { value, reason }: DecideSettingDto): void {
  const detail = settingFault(setting, value, pack.roles);
  if (detail !== undefined) throw new InvalidInput([{ pointer: '#/value', detail }]);
  if (reason === undefined && switchesOffSafeguard(setting, value)) {
    throw reasonRequired('#/reason');
  }
}
