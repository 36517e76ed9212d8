import { dayText } from './day-text.js';
import type { CloudServiceLedgerLineDto } from './dto/cloud-service-ledger.dto.js';
import type { LedgerForm } from './ledger-file.js';
import { ENTRY_WORDS } from './words.js';

/** 承認済みクラウドサービス台帳 as a file. */
export const CLOUD_SERVICE_FORM: LedgerForm<CloudServiceLedgerLineDto> = {
  name: { ja: '承認済みクラウドサービス台帳', en: 'Approved cloud services' },
  plainName: 'approved-cloud-services',
  columns: [
    {
      header: { ja: 'クラウドサービス', en: 'Cloud service' },
      width: 30,
      cell: (line) => line.cloudServiceName,
    },
    { header: { ja: 'エディション', en: 'Edition' }, width: 16, cell: (line) => line.edition },
    { header: { ja: '提供者', en: 'Provider' }, width: 24, cell: (line) => line.providerName },
    { header: { ja: '案件', en: 'Engagement' }, width: 36, cell: (line) => line.engagementTitle },
    { header: { ja: '所管課', en: 'Section' }, width: 16, cell: (line) => line.unitName },
    { header: { ja: '利用目的', en: 'Purpose' }, width: 36, cell: (line) => line.purpose },
    { header: { ja: '利用者の範囲', en: 'Users' }, width: 24, cell: (line) => line.usersScope },
    {
      header: { ja: 'クラウドサービス管理者', en: 'Cloud service manager' },
      width: 20,
      cell: (line) => line.managerName,
    },
    {
      header: { ja: '状況', en: 'Status' },
      width: 12,
      cell: ({ status }, language) => ENTRY_WORDS[status][language],
    },
    {
      header: { ja: '承認日', en: 'Approved on' },
      width: 18,
      kind: 'date',
      cell: (line) => line.approvedOn,
    },
    {
      header: { ja: '承認の期限', en: 'Approved until' },
      width: 18,
      kind: 'date',
      cell: (line) => line.reviewOn,
    },
    {
      header: { ja: '承認の条件', en: 'Conditions' },
      width: 40,
      cell: ({ conditions }, language) =>
        conditions.map(({ text, dueOn }) => `${text}（${dayText(dueOn, language)}）`).join('\n'),
    },
    {
      header: { ja: '失効日', en: 'Voided on' },
      width: 18,
      kind: 'date',
      cell: (line) => line.voidedOn,
    },
  ],
};
