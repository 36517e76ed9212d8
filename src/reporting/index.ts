import { Report } from './report.entity.js';
import { ReportReview } from './report-review.entity.js';
import { ReportSchedule } from './report-schedule.entity.js';
import { ReportSubmission } from './report-submission.entity.js';

export { ReportingModule } from './reporting.module.js';
export const reportingEntities = [ReportSchedule, Report, ReportSubmission, ReportReview];
