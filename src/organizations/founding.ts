import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../audit-trail/index.js';
import {
  AUTHORIZING_OFFICIAL_SETTING,
  roleInPlaceOf,
  type SettingValue,
  type Text,
} from '../policies/index.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { BodyPolicy } from './body-policy.js';
import type { OrganizationType } from './domain/organization-type.js';
import { OrganizationService } from './organization.service.js';
import { OrgUnitsService } from './org-units.service.js';
import { PeopleService } from './people.service.js';
import { PolicyAdoptionsService } from './policy-adoptions.service.js';
import { PostsService } from './posts.service.js';
import { SettingsService } from './settings.service.js';
import { secondFactorRoles } from './second-factor-roles.js';
import { SecondFactorAccess, SignInAccess, type InitialSecret } from './sign-in-access.js';

/** A body as it is set up: what it is, the policy it runs on from today, who serves there in which posts. */
export interface BodyPlan {
  readonly name: string;
  readonly nameEn: string;
  readonly type: OrganizationType;
  readonly localGovernmentCode: string | null;
  /** `pack@version`, or `pack` for its highest version. */
  readonly policy: string;
  /** The day the policy was published; needed where it is in force from then. */
  readonly publishedOn?: string;
  /** Units with their names, a department before its sections, and the part of the body they belong to. */
  readonly units: readonly UnitPlan[];
  readonly people: readonly PersonPlan[];
  readonly settings: Readonly<Record<string, SettingValue>>;
  /** Whether those whose role asks for a second factor get one; else they register it themselves. */
  readonly secondFactors?: boolean;
}

export interface UnitPlan {
  readonly name: string;
  readonly under?: string;
  /** By the scope of the policy. */
  readonly part?: string;
}

export interface PersonPlan {
  readonly name: string;
  readonly email: string;
  /** The category of staff, by the policy. */
  readonly category?: string;
  readonly posts: readonly { readonly roleId: string; readonly unit?: string }[];
}

/** Someone who can sign in from now on. The password and the secret are known here and nowhere else. */
export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Text[];
  readonly password: string;
  /** Secret of the one-time password (RFC 6238) in base32; null where there is none yet. */
  readonly otpSecret: string | null;
}

/** Someone of a plan and the secret of their sign-in. */
interface Member {
  readonly person: PersonPlan;
  readonly secret: InitialSecret;
}

/** The registers of what the body is. */
@Injectable()
export class BodyRegisters {
  constructor(
    readonly organization: OrganizationService,
    readonly adoptions: PolicyAdoptionsService,
    readonly settings: SettingsService,
    readonly policy: BodyPolicy,
  ) {}
}

/** The registers of who serves in it. */
@Injectable()
export class StaffRegisters {
  constructor(
    readonly units: OrgUnitsService,
    readonly people: PeopleService,
    readonly posts: PostsService,
    readonly signIn: SignInAccess,
    readonly secondFactors: SecondFactorAccess,
  ) {}
}

/** Sets up a body: all of it or nothing. It is no operation of the API, since nobody could be signed in for it. */
@Injectable()
export class Founding {
  constructor(
    private readonly transactor: Transactor,
    private readonly body: BodyRegisters,
    private readonly staff: StaffRegisters,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws InvalidInput where the plan names what is not there, AddressTaken */
  async found(plan: BodyPlan): Promise<readonly NewAccount[]> {
    const members = await Promise.all(
      plan.people.map(async (person) => ({ person, secret: await this.staff.signIn.newSecret() })),
    );
    const service: Actor = { organizationId: uuidv7(), personId: null, posts: [] };
    return this.transactor.write(service, async (tx) => {
      await this.enterBody(tx, service, plan);
      const units = await this.enterUnits(tx, service, plan);
      const accounts: NewAccount[] = [];
      for (const member of members) {
        const personId = await this.enterPerson(tx, service, { ...member, units });
        accounts.push(await this.accountOf(tx, { ...service, personId }, plan, member));
      }
      return accounts;
    });
  }

  private async enterBody(tx: Tx, service: Actor, plan: BodyPlan): Promise<void> {
    const { name, nameEn, type, localGovernmentCode, policy, publishedOn, settings } = plan;
    const { organization, adoptions } = this.body;
    await organization.foundWithin(tx, service, { name, nameEn, type, localGovernmentCode });
    await adoptions.adoptNamedWithin(tx, service, policy, publishedOn ?? null);
    for (const [id, value] of Object.entries(settings)) {
      await this.body.settings.decideWithin(tx, service, id, value);
    }
  }

  private async enterUnits(
    tx: Tx,
    service: Actor,
    { units }: BodyPlan,
  ): Promise<ReadonlyMap<string, string>> {
    const ids = new Map<string, string>();
    for (const { name, under, part = null } of units) {
      const parentId = under === undefined ? null : idOf(ids, under);
      const { id } = await this.staff.units.registerWithin(tx, service, {
        ...{ name, parentId, part },
      });
      ids.set(name, id);
    }
    return ids;
  }

  private async enterPerson(
    tx: Tx,
    service: Actor,
    entry: Member & { readonly units: ReadonlyMap<string, string> },
  ): Promise<string> {
    const { person, secret, units } = entry;
    const { name, email, category = null } = person;
    const staff = { name, email, category };
    const { id } = await this.staff.people.registerWithin(tx, service, staff, secret);
    const validFrom = this.clock.today();
    const { pack } = await this.body.policy.inForce(tx, service);
    for (const { roleId: planned, unit } of person.posts) {
      const unitId = unit === undefined ? null : idOf(units, unit);
      const roleId = roleInPlaceOf(pack, planned);
      const post = { personId: id, roleId, unitId, validFrom };
      await this.staff.posts.appointWithin(tx, service, post);
    }
    return id;
  }

  private async accountOf(
    tx: Tx,
    holder: { readonly organizationId: string; readonly personId: string },
    { settings, secondFactors = false }: BodyPlan,
    { person: { name, email, posts }, secret }: Member,
  ): Promise<NewAccount> {
    const { pack } = await this.body.policy.inForce(tx, holder);
    const held = new Set(posts.map(({ roleId }) => roleInPlaceOf(pack, roleId)));
    const roles = pack.roles.filter(({ id }) => held.has(id)).map(({ label }) => label);
    const asking = secondFactorRoles(pack, settings[AUTHORIZING_OFFICIAL_SETTING] ?? null);
    const isEntered = secondFactors && [...held].some((role) => asking.has(role));
    const otpSecret = isEntered
      ? await this.staff.secondFactors.enter(tx, { ...holder, email })
      : null;
    return { name, email, roles, password: secret.password, otpSecret };
  }
}

function idOf(units: ReadonlyMap<string, string>, name: string): string {
  const id = units.get(name);
  if (id === undefined) throw new Error(`The plan has no unit ${name}`);
  return id;
}
