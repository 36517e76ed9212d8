import { DomainError } from '../../shared/domain/domain-error.js';
import { asItStands, type StandingWords } from '../../shared/domain/standing-words.js';
import { REPORT_LIFECYCLE, type StoredStatus } from './report.js';

const DONE = {
  ja: 'この報告について、ほかに行うことはありません。',
  en: 'Nothing is left to do with it.',
};

const STANDING: Record<StoredStatus, StandingWords> = {
  scheduled: {
    word: { ja: '提出待ち', en: 'Awaited' },
    next: {
      ja: '報告を登録するか、報告を要しないこととできます。',
      en: 'The report can be entered or waived.',
    },
  },
  submitted: {
    word: { ja: '確認待ち', en: 'Submitted' },
    next: {
      ja: '受理するか、差し戻すことができます。',
      en: 'It can be accepted or returned.',
    },
  },
  returned: {
    word: { ja: '差戻し', en: 'Returned' },
    next: {
      ja: '訂正した報告を登録するか、報告を要しないこととできます。',
      en: 'A corrected version can be entered, or the report waived.',
    },
  },
  accepted: { word: { ja: '受理済み', en: 'Accepted' }, next: DONE },
  waived: { word: { ja: '報告不要', en: 'Waived' }, next: DONE },
  void: {
    word: { ja: '対象期間なし', en: 'Void' },
    next: {
      ja: '案件の期間から外れたため、報告は要りません。',
      en: 'The engagement no longer covers its period, so no report is owed.',
    },
  },
};

/** What is asked for is possible only where the report stands otherwise. */
export class ReportNotThere extends DomainError {
  readonly code = 'report.wrong-status';
  readonly kind = 'rule-violated';
  readonly title = { ja: '報告の今の状態では行えません', en: 'Not as the report stands' };
}

/** The terms of a schedule stand still once a report of it was answered. */
export class ScheduleAnswered extends DomainError {
  readonly code = 'report-schedule.answered';
  readonly kind = 'rule-violated';
  readonly title = {
    ja: '報告の予定は変更できません',
    en: 'The schedule of reports stands still',
  };

  constructor(kind: string) {
    super(
      {
        ja: '提出を受けた報告があるため、報告の間隔及び期限は変更できません。',
        en: 'Reports were already answered, so interval and time limit cannot change.',
      },
      { kind },
    );
  }
}

/** That something cannot be done with a report as it stands. */
export function reportNotThere(status: StoredStatus): ReportNotThere {
  const detail = asItStands({ ja: '報告', en: 'report' }, STANDING[status]);
  return new ReportNotThere(detail, { status, allowed: REPORT_LIFECYCLE.nextOf(status) });
}

/** @throws ReportNotThere where the life of a report has no such step */
export function refuseMove(from: StoredStatus, to: StoredStatus): void {
  if (!REPORT_LIFECYCLE.canMove(from, to)) throw reportNotThere(from);
}
