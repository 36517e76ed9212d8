import { Injectable } from '@nestjs/common';
import { Authority } from '../organizations/index.js';
import { rolesWithDuty, type Pack } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { AllowedPlacesBooks } from './allowed-places-books.js';
import type { AllowedPlacesDto, DecideAllowedPlacesDto } from './dto/allowed-places.dto.js';

const UNDECIDED = { version: 0, items: [], decidedBy: null, decidedIn: null, decidedOn: null };

/** Where the body lets information of each class be handled. */
@Injectable()
export class AllowedPlacesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: AllowedPlacesBooks,
    private readonly authority: Authority,
  ) {}

  async read(caller: Caller): Promise<AllowedPlacesDto> {
    const current = await this.transactor.read(caller, (tx) =>
      this.books.allowed.current(tx, caller),
    );
    return current ?? UNDECIDED;
  }

  /**
   * Decides for all classes at once; those left out are undecided. What rests on a place that is taken away follows.
   * @throws InvalidInput, Stale, RoleRequired
   */
  decide(
    caller: Caller,
    expected: ExpectedVersion,
    body: DecideAllowedPlacesDto,
  ): Promise<AllowedPlacesDto> {
    expected.require();
    return this.transactor.write(caller, (tx) =>
      this.books.changes.around(tx, caller, caller.organizationId, async () => ({
        reply: await this.put(tx, caller, expected, body),
        isOther: true,
      })),
    );
  }

  private async put(
    tx: Tx,
    caller: Caller,
    expected: ExpectedVersion,
    body: DecideAllowedPlacesDto,
  ): Promise<AllowedPlacesDto> {
    const { allowed, trail, clock } = this.books;
    const { pack } = await this.authority.policy.inForce(tx, caller);
    refuseUnknownClasses(pack, body);
    const roles = rolesWithDuty(pack, 'administer');
    const decidedIn = await this.authority.postIn(tx, caller, { roles, unitId: null });
    await allowed.lock(tx, caller);
    const before = await allowed.current(tx, caller);
    const version = before?.version ?? 0;
    expected.compare(version);
    const items = body.items.map((item) => ({
      ...item,
      providerRegions: item.providerRegions ?? null,
    }));
    const by = { decidedBy: caller.personId, decidedIn, decidedOn: clock.today() };
    const decision = { version: version + 1, items, ...by };
    await allowed.insert(tx, caller, decision);
    await trail.append(tx, caller, {
      action: 'allowed-places.decided',
      subject: { kind: 'organization', id: caller.organizationId },
      ...(before !== undefined && { before }),
      after: decision,
      facts: { items },
    });
    return decision;
  }
}

function refuseUnknownClasses({ classification }: Pack, { items }: DecideAllowedPlacesDto): void {
  const known = new Set(classification.confidentiality.map(({ id }) => id));
  refuse(
    items.flatMap(({ confidentiality }, at) =>
      known.has(confidentiality)
        ? []
        : [{ pointer: `#/items/${String(at)}/confidentiality`, detail: NO_CLASS }],
    ),
  );
}

const NO_CLASS = {
  ja: '適用中のポリシーに、この機密性の区分はありません。',
  en: 'The policy in force has no such class of confidentiality.',
};
