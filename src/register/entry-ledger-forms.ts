import { dayText } from '../shared/documents/day-text.js';
import type {
  CloudServiceLedgerLineDto,
  EntryLineDto,
  SocialMediaLedgerLineDto,
} from './dto/entry-ledger.dto.js';
import type { LedgerColumn, LedgerForm } from './ledger-file.js';
import { ENTRY_WORDS } from './words.js';

type Column = LedgerColumn<EntryLineDto>;

const PROVIDER = column('提供者', 'Provider', 24, (line) => line.providerName);
const ENGAGEMENT = column('案件', 'Engagement', 36, (line) => line.engagementTitle);
const SECTION = column('所管課', 'Section', 16, (line) => line.unitName);
const PURPOSE = column('利用目的', 'Purpose', 36, (line) => line.purpose);
const USERS = column('利用者の範囲', 'Users', 24, (line) => line.usersScope);

/** How an approval stands. */
const STANDING: readonly Column[] = [
  column('状況', 'Status', 12, ({ status }, language) => ENTRY_WORDS[status][language]),
  day('承認日', 'Approved on', (line) => line.approvedOn),
  day('承認の期限', 'Approved until', (line) => line.reviewOn),
  column('承認の条件', 'Conditions', 40, ({ conditions }, language) =>
    conditions.map(({ text, dueOn }) => `${text}（${dayText(dueOn, language)}）`).join('\n'),
  ),
  day('失効日', 'Voided on', (line) => line.voidedOn),
];

/** 承認済みクラウドサービス台帳 as a file. */
export const CLOUD_SERVICE_FORM: LedgerForm<CloudServiceLedgerLineDto> = {
  name: { ja: '承認済みクラウドサービス台帳', en: 'Approved cloud services' },
  plainName: 'approved-cloud-services',
  columns: [
    column('クラウドサービス', 'Cloud service', 30, (line) => line.cloudServiceName),
    column('エディション', 'Edition', 16, (line) => line.edition),
    ...[PROVIDER, ENGAGEMENT, SECTION, PURPOSE, USERS],
    column(
      'クラウドサービス管理者',
      'Cloud service manager',
      20,
      (line: CloudServiceLedgerLineDto) => line.managerName,
    ),
    ...STANDING,
  ],
};

/** ソーシャルメディアサービス台帳 as a file. */
export const SOCIAL_MEDIA_FORM: LedgerForm<SocialMediaLedgerLineDto> = {
  name: { ja: 'ソーシャルメディアサービス台帳', en: 'Social-media services' },
  plainName: 'social-media-services',
  columns: [
    column(
      'ソーシャルメディアサービス',
      'Social-media service',
      30,
      (line) => line.cloudServiceName,
    ),
    PROVIDER,
    column('アカウント', 'Account', 36, (line: SocialMediaLedgerLineDto) => line.account),
    column(
      '運用手順',
      'Operating procedure',
      36,
      (line: SocialMediaLedgerLineDto) => line.procedureTitle,
    ),
    column(
      '運用手順の番号',
      'Number of the procedure',
      24,
      (line: SocialMediaLedgerLineDto) => line.procedureNumber,
    ),
    column(
      '発信できる情報',
      'Permitted content',
      40,
      (line: SocialMediaLedgerLineDto) => line.permittedContent,
    ),
    column(
      '責任者',
      'Responsible person',
      20,
      (line: SocialMediaLedgerLineDto) => line.responsiblePersonName,
    ),
    ...[SECTION, ENGAGEMENT, PURPOSE, USERS, ...STANDING],
  ],
};

function column<Line = EntryLineDto>(
  ja: string,
  en: string,
  width: number,
  cell: LedgerColumn<Line>['cell'],
): LedgerColumn<Line> {
  return { header: { ja, en }, width, cell };
}

function day(ja: string, en: string, cell: Column['cell']): Column {
  return { header: { ja, en }, width: 18, kind: 'date', cell };
}
