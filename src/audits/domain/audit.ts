import { DomainError } from '../../shared/domain/domain-error.js';
import { addMonths, calendarDate } from '../../shared/domain/calendar-date.js';

/** How an audit is done; `substitute-report`: a third party's report stands in for an own one. */
export const AUDIT_MODES = [
  'document',
  'questionnaire',
  'remote',
  'on-site',
  'substitute-report',
] as const;
export type AuditMode = (typeof AUDIT_MODES)[number];

export const AUDIT_STATUSES = ['planned', 'concluded'] as const;
export type AuditStatus = (typeof AUDIT_STATUSES)[number];

/** The last day on which an audit proves that vendors are audited periodically (10(1)④). */
export function auditProvesUntil(heldOn: string, cycleMonths: number): string {
  return addMonths(calendarDate(heldOn), cycleMonths);
}

/** An audit is concluded once; what is found later is another finding or another audit. */
export class AuditConcluded extends DomainError {
  readonly code = 'audit.concluded';
  readonly kind = 'rule-violated';
  readonly title = { ja: '終わった監査です', en: 'The audit is concluded' };

  constructor() {
    super(
      {
        ja: 'この監査は既に終わっています。新たに分かったことは、指摘事項として登録するか、別の監査を計画してください。',
        en: 'The audit is already concluded. Raise what is found later as a finding, or plan another audit.',
      },
      { status: 'concluded' },
    );
  }
}
