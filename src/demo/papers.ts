/** A rule document of the body; one document often holds several of the rules a policy asks for. */
export interface RuleDocumentPaper {
  readonly kinds: readonly string[];
  /** Left out where it is called as the policy calls it. */
  readonly title?: string;
  readonly number: string;
  readonly disclosure: 'public' | 'internal';
}

/** The rule documents a body has before any engagement begins, as far as its policy asks for them. */
export const RULE_DOCUMENTS: readonly RuleDocumentPaper[] = [
  {
    kinds: [
      'cloud-use-rules',
      'cloud-use-criteria',
      'cloud-selection-criteria',
      'cloud-use-procedure',
      'cloud-manager-rules',
    ],
    title: 'クラウドサービス利用規定',
    number: '令和8年訓令第4号',
    disclosure: 'public',
  },
  {
    kinds: [
      'cloud-operation-rules',
      'cloud-build-policy',
      'cloud-maintenance-policy',
      'cloud-exit-policy',
      'cloud-disposal-policy',
      'cloud-account-policy',
    ],
    title: 'クラウドサービス運用規程',
    number: '令和8年訓令第5号',
    disclosure: 'public',
  },
  {
    kinds: [
      'cloud-build-access-control',
      'cloud-build-encryption',
      'cloud-build-development',
      'cloud-build-error-prevention',
    ],
    title: 'クラウドサービス導入・構築実施手順',
    number: '第15号',
    disclosure: 'internal',
  },
  {
    kinds: [
      'cloud-operation-use-policy',
      'cloud-operation-education',
      'cloud-operation-assets',
      'cloud-operation-access-control',
      'cloud-operation-encryption',
      'cloud-operation-communication',
      'cloud-operation-error-prevention',
      'cloud-operation-continuity',
      'cloud-incident-response',
    ],
    title: 'クラウドサービス運用・保守実施手順',
    number: '第16号',
    disclosure: 'internal',
  },
  {
    kinds: ['cloud-end-measures', 'cloud-end-information', 'cloud-end-accounts'],
    title: 'クラウドサービス利用終了時実施手順',
    number: '第17号',
    disclosure: 'internal',
  },
  {
    kinds: ['entrustment-criteria', 'outside-processing-measures'],
    title: '業務委託に係る情報の取扱基準',
    number: '令和8年訓令第6号',
    disclosure: 'public',
  },
  {
    kinds: ['incident-response-plan'],
    number: '令和8年第12号',
    disclosure: 'internal',
  },
  { kinds: ['security-standards'], number: '令和8年訓令第2号', disclosure: 'internal' },
  { kinds: ['operating-procedures'], number: '第18号', disclosure: 'internal' },
  { kinds: ['outsourcing-rules'], number: '令和8年訓令第7号', disclosure: 'public' },
  {
    kinds: ['specific-personal-information-rules'],
    number: '令和8年訓令第8号',
    disclosure: 'public',
  },
  { kinds: ['social-media-procedure'], number: '第19号', disclosure: 'public' },
];

/** What a record of the file on the engagement states. */
interface Statement {
  readonly statement: string;
  readonly evidence?: readonly string[];
}

/** By kind of record of the common base. `{system}` and the like stand for words of the story. */
export const STATEMENTS: Readonly<Record<string, Statement>> = {
  'impact-review': {
    statement:
      '{information}（{classes}）を取り扱う。停止した場合は電話受付に切り替えられるため、半日までの停止は業務に支障がない。',
  },
  'data-flow-design': {
    statement:
      '利用者の端末から予約サイト、{segment}の予約管理、職員端末への流れを図示し、経路ごとに暗号化、認証及び記録の方法を定めた。',
    evidence: ['情報の流れ図（第2版）'],
  },
  'foreign-law-risk': {
    statement:
      '保存、処理及び保守は全て国内で行われ、国外の法令が適用される可能性は低い。準拠法は日本法、管轄は{court}とする。',
  },
  'exit-plan': {
    statement:
      '終了の12か月前までに後継の調達を始める。予約データはCSVで受け取り、30日の並行利用の間に移行を確かめる。',
  },
  proposal: {
    statement: '提案書を受領し、仕様の全項目について適合表により満たすことを確かめた。',
    evidence: ['提案書', '仕様適合表'],
  },
  'specification-conformity': {
    statement: '契約の前に、事業者及びサービスが調達仕様を全て満たすことを確認した。',
  },
  briefing: {
    statement:
      '契約書の附属書に沿って、守るべき事項及び秘密とする事項を業務責任者ほか3名に説明し、受領の確認を得た。再委託先はない。',
    evidence: ['説明資料', '受領書'],
  },
  'worker-roster': {
    statement:
      '業務責任者1名及び作業者3名の名簿を受領し、健康保険資格の確認書により所属を確かめた。',
  },
  'system-ledger-entry': {
    statement: '情報システム台帳 No.27「{system}」に、要件及び本案件との関係を記載した。',
  },
  'onsite-work-arrangement': {
    statement:
      'サーバ室への入室は職員が立ち会う。常駐する作業員はおらず、メールアドレスは貸与しない。機器の修理は発生しない。',
  },
  'cloud-level-procedure': {
    statement: '利用するサービスごとに対策の水準を保つ手順書（第1版）を整備した。',
  },
  'cloud-incident-procedure': {
    statement: '監視で気付いた事象の一次対応、連絡先及び記録の手順書（第1版）を整備した。',
  },
  'cloud-recovery-procedure': {
    statement: '停止時に電話受付へ切り替え、4時間以内に復旧する手順書（第1版）を整備した。',
  },
  'build-confirmation': {
    statement: '構築時の規定ごとに設定画面及び試験結果を確かめ、全て実施されていることを記録した。',
    evidence: ['構築確認表'],
  },
  'vendor-instruction': {
    statement: '業務責任者に対し、標的型メールへの備えと連絡の手順を指導した。',
  },
  'performance-check': {
    statement: '12月から2月までの定期報告と操作記録を照合し、対策が行われていることを確認した。',
  },
  'measure-review': {
    statement: '提供者の更新に伴い、管理者の接続元の制限を見直した。ほかに改める事項はない。',
  },
  acceptance: {
    statement:
      '完了届を受けて検査し、全期間を通じて対策が適切に行われたことを定期報告、監査の結果及び是正の記録により確かめ、合格とした。',
  },
  disposition: {
    statement:
      '提供した予約データ、控え及び作業用の複製を、令和9年4月9日に暗号化消去し、証明書を受領した。',
    evidence: ['消去証明書 第2027-041号'],
  },
  'disposition-confirmation': {
    statement:
      '全ての情報、保有者及び複製について、消去証明書と記録を照合し、消去されたことを確認した。',
  },
  'retirement-confirmation': {
    statement: '終了時の手順ごとに実施を確かめ、アカウント14件の削除を一覧で確認した。',
    evidence: ['アカウント削除一覧'],
  },
};
