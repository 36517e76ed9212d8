import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { isCalendarDate } from '../shared/domain/calendar-date.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import { BusinessClock } from '../shared/time/clock.js';
import { ASSESSMENT_STATUSES } from './domain/assessment-lifecycle.js';
import { vendorStatusOf } from './domain/vendor-checklist.js';
import type {
  ListPortalAssessmentsQuery,
  PortalAssessmentPageDto,
} from './dto/vendor-checklist.dto.js';
import { invitationOf } from './vendor-checklist-view.js';
import { VendorChecklistsRepository } from './vendor-checklists.repository.js';

@Injectable()
export class PortalAssessmentsQueries {
  constructor(
    private readonly checklists: VendorChecklistsRepository,
    private readonly clock: BusinessClock,
  ) {}

  /** What all bodies ask of the firm, the next due first. */
  async list(caller: Caller, query: ListPortalAssessmentsQuery): Promise<PortalAssessmentPageDto> {
    const { status } = query;
    const after = positionAfter(query, isCalendarDate);
    const statuses =
      status === undefined
        ? null
        : ASSESSMENT_STATUSES.filter((assessed) => vendorStatusOf(assessed) === status);
    const filter = { statuses, limit: query.limit + 1 };
    const rows = await this.checklists.shared(caller, filter, after);
    const today = this.clock.today();
    return pageOf(query, rows, {
      position: ({ dueOn, id }) => ({ key: dueOn, id }),
      item: (row) => invitationOf(row, today),
    });
  }
}
