import type { Document } from '../../src/shared/documents/document.js';

/** A contract annex with everything a document can hold, for the specs of the writers. */
export const SAMPLE_ANNEX: Document = {
  language: 'ja',
  title: '情報セキュリティに関する特記事項',
  subtitle: '（住民情報システム運用保守業務委託契約書 別記第２号）',
  reference: '菊情第１２３号',
  date: '令和８年４月１日',
  parties: [
    { term: '委託者（甲）', description: '菊陽町' },
    { term: '受託者（乙）', description: '㈱髙﨑情報サービス' },
    { term: '案件番号', description: 'R08-0042' },
  ],
  footer: '情報セキュリティに関する特記事項　R08-0042',
  blocks: [
    { kind: 'heading', level: 1, text: '第１章　総則' },
    {
      kind: 'article',
      label: '第１条',
      caption: '目的',
      paragraphs: [
        {
          text: 'この特記事項は、委託者（以下「甲」という。）が受託者（以下「乙」という。）に委託する業務において、乙が取り扱う情報資産の機密性、完全性及び可用性を確保するため、乙が守らなければならない事項を定めるものとする。',
        },
      ],
    },
    {
      kind: 'article',
      label: '第２条',
      caption: '取り扱う情報資産',
      paragraphs: [
        {
          text: '乙がこの契約により取り扱う情報資産及びその分類は、次の表のとおりとする。',
          details: [
            {
              kind: 'table',
              columns: [
                { header: '番号', width: 1 },
                { header: '情報資産', width: 4 },
                { header: '機密性', width: 2 },
                { header: '取扱区域', width: 4 },
              ],
              rows: [
                [
                  '１',
                  '住民基本台帳データ（氏名、住所、生年月日等）',
                  '３Ａ',
                  '役場庁舎内サーバ室（入退室管理あり）',
                ],
                ['２', '祇園・鷗町地区の調査票（①から③まで）', '２', '乙の事業所'],
                ['３', 'ｶﾅ氏名索引（𠮷田、髙橋を含む。）', '３Ａ', '<クラウド> & "国内リージョン"'],
              ],
            },
          ],
        },
        {
          text: '乙は、前項の表にない情報資産を取り扱う必要が生じたときは、あらかじめ甲の承認を受けなければならない。',
        },
        {
          text: '前項の承認の申請には、次に掲げる事項を記載するものとする。',
          details: [
            {
              kind: 'list',
              marker: 'number',
              items: [
                '追加して取り扱う情報資産の名称及び分類',
                '取り扱う理由及び期間（期間を定めることができないときは、終了の条件及びその確認の方法を含めて記載すること。）',
                '取扱者の氏名',
              ],
            },
          ],
        },
      ],
    },
    {
      kind: 'article',
      label: '第３条',
      caption: '再委託の制限',
      paragraphs: [
        {
          text: '乙は、業務の全部又は一部を第三者に委託してはならない。ただし、あらかじめ書面により甲の承認を受けた場合は、この限りでない。',
        },
        {
          text: '乙は、前項ただし書の承認を受けようとするときは、再委託先について次の表を甲に提出する。',
          details: [
            {
              kind: 'table',
              columns: [
                { header: '再委託先', width: 2 },
                { header: '業務の範囲', width: 3 },
              ],
              rows: [],
            },
          ],
        },
      ],
    },
    { kind: 'heading', level: 2, text: '運用' },
    {
      kind: 'paragraph',
      text: '次に掲げる連絡先は、変更の都度、相手方に通知する。\n変更の通知は電子メールによることができる。',
    },
    {
      kind: 'list',
      marker: 'bullet',
      items: ['平日の連絡先は総務課情報政策係とする。', '夜間及び休日の連絡先は宿直室とする。'],
    },
    {
      kind: 'definitions',
      entries: [
        { term: '報告の頻度', description: '毎月１回、翌月10日まで' },
        {
          term: '報告の様式',
          description:
            '様式第３号\nhttps://example.lg.jp/security/forms/annual-report-form-number-three-with-a-very-long-name.html',
        },
      ],
    },
    { kind: 'page-break' },
    { kind: 'heading', level: 3, text: '記名押印' },
    {
      kind: 'signatures',
      date: '令和８年４月１日',
      signatories: [
        {
          role: '委託者（甲）',
          fields: [
            { term: '所在地', description: '熊本県菊池郡菊陽町' },
            { term: '名称', description: '菊陽町' },
            { term: '代表者', description: '町長　　　　　　　　　㊞' },
          ],
        },
        {
          role: '受託者（乙）',
          fields: [
            { term: '所在地', description: '' },
            { term: '名称', description: '㈱髙﨑情報サービス' },
            { term: '代表者', description: '' },
          ],
        },
      ],
    },
  ],
};
