import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditTrail } from '../audit-trail/index.js';
import { Authority } from '../organizations/index.js';
import { rolesWithDuty } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse } from '../shared/domain/domain-error.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { BusinessClock } from '../shared/time/clock.js';
import {
  CountryAssessmentsRepository,
  type AssessmentRow,
} from './country-assessments.repository.js';
import { countsOn } from './domain/place.js';
import type {
  AssessCountryDto,
  CountryAssessmentDto,
  CountryAssessmentPageDto,
  ListCountryAssessmentsQuery,
} from './dto/country-assessment.dto.js';

/** How far the law of other countries reaches the body's information (9(2)③オ). */
@Injectable()
export class CountryAssessmentsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly assessments: CountryAssessmentsRepository,
    private readonly authority: Authority,
    private readonly trail: AuditTrail,
    private readonly clock: BusinessClock,
  ) {}

  /** Assesses a country; the assessment of it before counts no more. @throws InvalidInput, RoleRequired */
  assess(caller: Caller, body: AssessCountryDto): Promise<CountryAssessmentDto> {
    const assessedOn = this.clock.today();
    refuse(countsOn(body, assessedOn) ? [] : [{ pointer: '#/validUntil', detail: PASSED }]);
    return this.transactor.write(caller, async (tx) => {
      const { pack } = await this.authority.policy.inForce(tx, caller);
      const duties = ['manage-department', 'judge-trust'] as const;
      const roles = duties.flatMap((duty) => rolesWithDuty(pack, duty));
      const assessedIn = await this.authority.postIn(tx, caller, { roles, unitId: null });
      const id = uuidv7();
      const assessedBy = caller.personId;
      await this.assessments.insert(tx, caller, {
        ...body,
        id,
        assessedBy,
        assessedIn,
        assessedOn,
      });
      const after = await this.assessments.read(tx, caller, id);
      const subject = { kind: 'country-assessment', id };
      const { country, risk } = after;
      const facts = { country, risk };
      await this.trail.append(tx, caller, { action: 'country.assessed', subject, after, facts });
      return this.shown(after);
    });
  }

  /** @throws NotFound */
  async read(caller: Caller, id: string): Promise<CountryAssessmentDto> {
    const row = await this.transactor.read(caller, (tx) => this.assessments.read(tx, caller, id));
    return this.shown(row);
  }

  async list(
    caller: Caller,
    query: ListCountryAssessmentsQuery,
  ): Promise<CountryAssessmentPageDto> {
    const filter = { country: query.country, limit: query.limit + 1 };
    const rows = await this.transactor.read(caller, (tx) =>
      this.assessments.list(tx, caller, filter, positionAfter(query)?.id),
    );
    return pageOf(query, rows, {
      position: ({ id }) => ({ key: id, id }),
      item: (row) => this.shown(row),
    });
  }

  private shown(row: AssessmentRow): CountryAssessmentDto {
    const isInForce = row.supersededById === null && countsOn(row, this.clock.today());
    return { ...row, isInForce };
  }
}

const PASSED = {
  ja: '本日以後の日付を指定してください。',
  en: 'It must not have passed.',
};
