import { standingOn } from './domain/report.js';
import type { ReportResponseDto } from './dto/report.dto.js';
import type { ReportRow } from './reports.repository.js';

/** A report as it is answered, with what the day makes of it. */
export function reportOf(row: ReportRow, today: string): ReportResponseDto {
  return { ...row, ...standingOn(today, row) };
}
