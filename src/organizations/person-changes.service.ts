import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { Administration } from './administration.js';
import { BodyPolicy } from './body-policy.js';
import type { ChangePersonDto, PersonResponseDto } from './dto/person.dto.js';
import { PeopleRepository } from './people.repository.js';

/** What changes of somebody on the staff, up to the day they leave. */
@Injectable()
export class PersonChangesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly people: PeopleRepository,
    private readonly trail: AuditTrail,
    private readonly policy: BodyPolicy,
    private readonly administration: Administration,
  ) {}

  /** @throws NotFound, Stale, InvalidInput, LastAdministrator */
  change(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: ChangePersonDto,
  ): Promise<PersonResponseDto> {
    return this.transactor.write(caller, (tx) =>
      this.administration.keep(tx, caller, async () => {
        const before = await this.people.lock(tx, caller, id, expected);
        await this.policy.requireStaffCategory(tx, caller, body.category ?? null);
        const after = await this.people.update(tx, caller, { ...before, ...body });
        const subject = { kind: 'person', id };
        await this.trail.append(tx, caller, { action: 'person.changed', subject, before, after });
        return after;
      }),
    );
  }
}
