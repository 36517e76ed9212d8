import { ENGAGEMENT_STATUS_WORDS } from '../engagements/index.js';
import type { Language, Text } from '../shared/domain/text.js';
import type { EngagementLedgerLineDto } from './dto/engagement-ledger.dto.js';
import type { ObligationCountsDto } from './dto/obligation-counts.dto.js';
import type { LedgerColumn, LedgerForm } from './ledger-file.js';
import { COURSE_WORDS, KIND_WORDS } from './words.js';

type Column = LedgerColumn<EngagementLedgerLineDto>;

const HELD: Text = { ja: 'あり', en: 'Yes' };
const NOT_HELD: Text = { ja: 'なし', en: 'No' };

/** 外部委託・クラウド利用台帳 as a file. */
export const ENGAGEMENT_FORM: LedgerForm<EngagementLedgerLineDto> = {
  name: { ja: '外部委託・クラウド利用台帳', en: 'Outsourcing and cloud use' },
  plainName: 'engagements',
  columns: [
    column('案件', 'Engagement', 36, (line) => line.title),
    column('所管課', 'Section', 16, (line) => line.unitName),
    column('事業者', 'Vendor', 24, (line) => line.vendorName),
    column('法人番号', 'Corporate number', 16, (line) => line.vendorCorporateNumber),
    column('クラウドサービス', 'Cloud service', 24, (line) => line.cloudServiceName),
    column('種別', 'Kinds', 20, ({ kinds }, language) =>
      kinds.map((kind) => KIND_WORDS[kind][language]).join('、'),
    ),
    column('手続', 'Course', 16, ({ course }, language) => COURSE_WORDS[course][language]),
    column('機密性', 'Confidentiality', 14, (line) => line.confidentiality?.label ?? null),
    column('完全性', 'Integrity', 14, (line) => line.integrity?.label ?? null),
    column('可用性', 'Availability', 14, (line) => line.availability?.label ?? null),
    column('個人情報', 'Personal information', 10, (line, language) =>
      held(line.personalInformation, language),
    ),
    column('特定個人情報', 'Specific personal information', 14, (line, language) =>
      held(line.specificPersonalInformation, language),
    ),
    column('ネットワーク区分', 'Network segment', 20, (line) => line.segment.label),
    column('適用する規定', 'Rules that apply', 30, ({ regimes }) =>
      regimes.map(({ label }) => label).join('、'),
    ),
    column(
      '状況',
      'Status',
      12,
      ({ status }, language) => ENGAGEMENT_STATUS_WORDS[status][language],
    ),
    day('開始日', 'Starts on', (line) => line.startsOn),
    day('終了日', 'Ends on', (line) => line.endsOn),
    day('登載日', 'Registered on', (line) => line.registeredOn),
    day('完了・取消しの日', 'Closed on', (line) => line.closedOn),
    count('義務の数', 'Duties', 'total'),
    count('充足', 'Met', 'met'),
    count('未証明', 'Unproven', 'unproven'),
    count('うち期限超過', 'Of these overdue', 'overdue'),
    count('うち違反', 'Of these breached', 'breached'),
    count('例外措置', 'Excepted', 'excepted'),
    count('適用除外', 'Not applicable', 'notApplicable'),
    count('時期未到来', 'Not yet due to begin', 'pending'),
  ],
};

function column(ja: string, en: string, width: number, cell: Column['cell']): Column {
  return { header: { ja, en }, width, cell };
}

function day(ja: string, en: string, cell: Column['cell']): Column {
  return { header: { ja, en }, width: 18, kind: 'date', cell };
}

function count(ja: string, en: string, name: keyof ObligationCountsDto): Column {
  return { header: { ja, en }, width: 12, cell: ({ obligations }) => obligations[name] };
}

function held(isHeld: boolean, language: Language): string {
  return (isHeld ? HELD : NOT_HELD)[language];
}
