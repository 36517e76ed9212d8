import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../shared/authorization/caller.js';
import { NotFound, refuse, type InputFault } from '../shared/domain/domain-error.js';
import { pageOf, positionAfter, type PageQuery } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import type { Changed } from './announced-changes.js';
import {
  controlChanges,
  countryOfControl,
  ownershipFaults,
  type OwnershipStatement,
} from './domain/ownership.js';
import type {
  DiscloseOwnershipDto,
  OwnershipDisclosureDto,
  OwnershipDisclosurePageDto,
} from './dto/ownership.dto.js';
import { OwnershipBooks } from './ownership-books.js';
import type { DisclosureRow } from './ownership-disclosures.repository.js';

/** What vendors disclose of who owns, runs and staffs them (9(2)③イ(エ)). */
@Injectable()
export class OwnershipDisclosuresService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: OwnershipBooks,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Records a disclosure, which takes the place of the one in force. Where control became another, what
   * rests on the vendor follows. @throws NotFound, InvalidInput
   */
  disclose(
    caller: Caller,
    vendorId: string,
    body: DiscloseOwnershipDto,
  ): Promise<OwnershipDisclosureDto> {
    const { disclosedOn, source } = body;
    const statement = statementOf(body);
    refuse([...ownershipFaults(statement), ...futureFaults(disclosedOn, this.clock.today())]);
    return this.transactor.write(caller, (tx) =>
      this.books.changes.around(tx, caller, vendorId, () =>
        this.keep(tx, caller, vendorId, { disclosedOn, source, statement }),
      ),
    );
  }

  /** @throws NotFound */
  async read(
    caller: Caller,
    key: { readonly vendorId: string; readonly id: string },
  ): Promise<OwnershipDisclosureDto> {
    const row = await this.transactor.read(caller, (tx) =>
      this.books.disclosures.read(tx, caller, key),
    );
    return shownTo(caller, row);
  }

  /** The one in force. @throws NotFound where there is none */
  async readInForce(caller: Caller, vendorId: string): Promise<OwnershipDisclosureDto> {
    const row = await this.transactor.read(caller, (tx) =>
      this.books.disclosures.inForce(tx, caller, vendorId),
    );
    if (row === undefined) throw new NotFound();
    return shownTo(caller, row);
  }

  /** Newest first. @throws NotFound */
  async list(
    caller: Caller,
    vendorId: string,
    query: PageQuery,
  ): Promise<OwnershipDisclosurePageDto> {
    const page = { beforeId: positionAfter(query)?.id, limit: query.limit + 1 };
    const rows = await this.transactor.read(caller, async (tx) => {
      await this.books.vendors.read(tx, caller, vendorId);
      return this.books.disclosures.list(tx, caller, vendorId, page);
    });
    return pageOf(query, rows, {
      position: ({ id }) => ({ key: id, id }),
      item: (row) => shownTo(caller, row),
    });
  }

  private async keep(
    tx: Tx,
    caller: Caller,
    vendorId: string,
    given: Pick<DisclosureRow, 'disclosedOn' | 'source' | 'statement'>,
  ): Promise<Changed<OwnershipDisclosureDto>> {
    await this.books.vendors.lockForAgreement(tx, caller, vendorId);
    const before = await this.books.disclosures.inForce(tx, caller, vendorId);
    refuse(before === undefined ? [] : earlierFaults(given.disclosedOn, before.disclosedOn));
    const changes = before === undefined ? [] : controlChanges(before.statement, given.statement);
    const key = { vendorId, id: uuidv7() };
    await this.books.disclosures.insert(tx, caller, {
      ...{ ...key, ...given, supersedesId: before?.id ?? null, controlChanges: changes },
      ...{ recordedBy: caller.personId, recordedAt: this.clock.now().toISOString() },
    });
    const after = await this.books.disclosures.read(tx, caller, key);
    const isOther = changes.length > 0;
    await this.books.trail.append(tx, caller, {
      action: isOther ? 'vendor.control-changed' : 'vendor.ownership-disclosed',
      subject: { kind: 'vendor', id: vendorId },
      ...(before !== undefined && { before }),
      after,
      facts: { disclosureId: key.id, controlChanges: changes },
    });
    return { reply: shownTo(caller, after), isOther };
  }
}

const NOT_SAID = {
  trackRecord: null,
  nationalities: [],
  namedNationalities: [],
  nationalityReason: null,
};

/** What was left out is said to be none. */
function statementOf({
  holders,
  parent = null,
  ultimateParent = null,
  officers,
  personnel = null,
}: DiscloseOwnershipDto): OwnershipStatement {
  const staff = personnel && { ...NOT_SAID, ...personnel };
  return { holders, parent, ultimateParent, officers, personnel: staff };
}

/** Whose nationality it is, only those see who work with vendors. */
function shownTo(
  { permissions }: Caller,
  { statement, ...row }: DisclosureRow,
): OwnershipDisclosureDto {
  const { personnel } = statement;
  const isShown = personnel === null || permissions.has('vendor:write');
  const shown = isShown ? personnel : { ...personnel, namedNationalities: null };
  return { ...row, ...statement, personnel: shown, countryOfControl: countryOfControl(statement) };
}

function futureFaults(disclosedOn: string, today: string): InputFault[] {
  return disclosedOn <= today ? [] : [{ pointer: '#/disclosedOn', detail: IN_THE_FUTURE }];
}

function earlierFaults(disclosedOn: string, inForce: string): InputFault[] {
  return inForce <= disclosedOn ? [] : [{ pointer: '#/disclosedOn', detail: BEFORE_IN_FORCE }];
}

const IN_THE_FUTURE = {
  ja: '本日までの日付を指定してください。',
  en: 'It must not be in the future.',
};
const BEFORE_IN_FORCE = {
  ja: '現在有効な開示より前の日付は指定できません。',
  en: 'It must not be before the disclosure in force.',
};
