import type { Sheet, SheetCell, SheetColumn } from '../shared/documents/sheet.js';
import type { Text } from '../shared/domain/text.js';
import type { ReportStatus } from './domain/report.js';
import type { ReportLedgerLineDto } from './dto/report-ledger.dto.js';

type Language = 'ja' | 'en';

const STATUSES: Record<ReportStatus, Text> = {
  scheduled: { ja: '予定', en: 'Scheduled' },
  due: { ja: '提出待ち', en: 'Due' },
  submitted: { ja: '確認待ち', en: 'Submitted' },
  returned: { ja: '差戻し', en: 'Returned' },
  accepted: { ja: '受理', en: 'Accepted' },
  waived: { ja: '免除', en: 'Waived' },
  void: { ja: '取消し', en: 'Void' },
};
const OVERDUE = { ja: '期限超過', en: 'Overdue' };
const LATE = { ja: '遅延', en: 'Late' };
const NAME = { ja: '定期報告台帳', en: 'Ledger of reports' };

interface LedgerColumn extends Omit<SheetColumn, 'header'> {
  readonly header: Text;
  readonly cell: (line: ReportLedgerLineDto, language: Language) => SheetCell;
}

const COLUMNS: readonly LedgerColumn[] = [
  { header: { ja: '案件', en: 'Engagement' }, width: 36, cell: (line) => line.engagementTitle },
  { header: { ja: '事業者', en: 'Vendor' }, width: 24, cell: (line) => line.vendorName },
  { header: { ja: '報告の種類', en: 'Kind' }, width: 24, cell: (line) => line.kindTitle },
  {
    header: { ja: '対象期間の初日', en: 'Period from' },
    width: 14,
    kind: 'date',
    cell: (line) => line.periodFrom,
  },
  {
    header: { ja: '対象期間の末日', en: 'Period until' },
    width: 14,
    kind: 'date',
    cell: (line) => line.periodUntil,
  },
  { header: { ja: '提出期限', en: 'Due on' }, width: 12, kind: 'date', cell: (line) => line.dueOn },
  {
    header: { ja: '当初の提出期限', en: 'First due on' },
    width: 14,
    kind: 'date',
    cell: (line) => line.originalDueOn,
  },
  { header: { ja: '状況', en: 'Status' }, width: 12, cell: statusCell },
  {
    header: { ja: '提出日', en: 'Submitted on' },
    width: 12,
    kind: 'date',
    cell: (line) => line.submittedOn,
  },
  {
    header: { ja: '期限内・遅延', en: 'In time or late' },
    width: 14,
    cell: (line, language) => (line.isLate ? LATE[language] : null),
  },
  {
    header: { ja: '受理日', en: 'Accepted on' },
    width: 12,
    kind: 'date',
    cell: (line) => line.acceptedOn,
  },
  {
    header: { ja: '免除の理由', en: 'Reason of waiver' },
    width: 30,
    cell: (line) => line.waivedReason,
  },
];

/** The ledger of reports as a sheet, in one language. */
export function reportLedgerSheet(
  lines: readonly ReportLedgerLineDto[],
  language: Language,
): Sheet {
  return {
    name: NAME[language],
    columns: COLUMNS.map(({ header, width, kind }) => ({
      ...{ header: header[language], width },
      ...(kind !== undefined && { kind }),
    })),
    rows: lines.map((line) => COLUMNS.map(({ cell }) => cell(line, language))),
  };
}

function statusCell({ status, isOverdue }: ReportLedgerLineDto, language: Language): string {
  return isOverdue ? OVERDUE[language] : STATUSES[status][language];
}
