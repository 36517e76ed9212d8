import type { Text } from '../../shared/domain/text.js';

/** What a notice says: what happened, and what whoever reads it can do. */
interface NoticeWords {
  readonly title: Text;
  readonly text: Text;
}

/** Everything people are told of, by code. What is sent is the code; its words may be mended later. */
const NOTICES = {
  'use-approval.voided': {
    title: { ja: 'クラウドサービス等の利用承認が失効しました', en: 'An approval of use is void' },
    text: {
      ja: '承認の根拠とした内容が利用開始前に変わったため、承認は効力を失いました。内容を確認し、必要であれば改めて利用申請を行ってください。',
      en: 'What was approved changed before use began, so the approval counts no more. Look at the change and apply anew where the service is still needed.',
    },
  },
  'use-approval.revoked': {
    title: {
      ja: 'クラウドサービス等の利用承認が取り消されました',
      en: 'An approval of use was revoked',
    },
    text: {
      ja: '利用承認が取り消され、承認済みの台帳から除かれました。取消しの理由を確認し、利用中であれば利用を休止又は終了してください。引き続き必要であれば、改めて利用申請を行ってください。',
      en: 'The approval was taken back and the service left the ledger of approved ones. Look at the reason; suspend or end the use where it is going on, and apply anew where the service is still needed.',
    },
  },
  'use-approval.under-re-review': {
    title: {
      ja: 'クラウドサービス等の利用承認が再審査の対象となりました',
      en: 'An approval of use is under re-review',
    },
    text: {
      ja: '承認の根拠とした内容が利用開始後に変わりました。利用は続けられます。内容を確認し、改めて利用申請を行うか、利用を休止又は終了してください。',
      en: 'What was approved changed while the service is in use. Use goes on meanwhile; apply anew, or suspend or end the use.',
    },
  },
  'selection.voided': {
    title: { ja: '事業者の選定が失効しました', en: 'A selection is void' },
    text: {
      ja: '選定の根拠とした内容が業務開始前に変わったため、選定は効力を失いました。内容を確認し、必要な評価を行った上で、改めて選定してください。',
      en: 'What the selection rests on changed before the work began, so it counts no more. Have assessed what is needed and select anew.',
    },
  },
  'selection.under-re-review': {
    title: { ja: '事業者の選定が再審査の対象となりました', en: 'A selection is under re-review' },
    text: {
      ja: '選定の根拠とした内容が業務開始後に変わりました。業務は続けられます。内容を確認し、改めて選定してください。',
      en: 'What the selection rests on changed after the work began. The work goes on meanwhile; select anew.',
    },
  },
  'vendor.control-changed': {
    title: { ja: '事業者の支配関係が変わりました', en: 'Control of a vendor changed' },
    text: {
      ja: '事業者の議決権の過半数を持つ者又は最上位の親会社が変わりました。開示された内容を確認し、選定条件及び契約上の届出義務に照らして、委託又は利用を続けてよいか見直してください。',
      en: 'Another holds the majority of the vendor or stands at the top of its group. Read the disclosure and review, against the selection conditions and the duty to notify in the contract, whether to go on.',
    },
  },
  'vendor.control-foreign': {
    title: {
      ja: '事業者が国外の支配下に入りました',
      en: 'A vendor came under control from abroad',
    },
    text: {
      ja: '事業者を支配する者の所在国が国外に変わりました。国外の法令が情報に適用されるリスクの評価は改めて必要となるため、これまでの評価の記録は効力を終えています。リスクを評価し直して記録し、委託又は利用を続けてよいか見直してください。',
      en: 'Control of the vendor passed to another country than Japan. The risk that foreign law applies to the information must be assessed anew, so the earlier assessment counts no more. Assess and record it, and review whether to go on.',
    },
  },
  'checklist.handed-in': {
    title: { ja: '事業者が回答を提出しました', en: 'A vendor handed in its answers' },
    text: {
      ja: '評価票の回答が提出されました。内容を確認し、回答の締切り後に（随意契約では直ちに）審査を始めてください。',
      en: 'The answers to a checklist were handed in. Have them reviewed once answers are closed, or at once where no competition is held.',
    },
  },
  'checklist.withdrawn': {
    title: { ja: '事業者が辞退しました', en: 'A vendor withdrew' },
    text: {
      ja: '評価票を送った事業者が辞退しました。理由を確認し、候補者が足りるかどうか見直してください。',
      en: 'A vendor that was asked withdrew. Read the reason, and review whether enough candidates are left.',
    },
  },
  'clarification.asked': {
    title: { ja: '候補者から質問がありました', en: 'A candidate asked a question' },
    text: {
      ja: '選定手続について候補者から質問がありました。示す相手を決めて回答してください。質問の文から候補者が分かるときは、言い換えて示すことができます。',
      en: 'A candidate asked about a selection procedure. Answer it and decide who reads both; where its words tell who asked, show it in others.',
    },
  },
  'exception.voided': {
    title: { ja: '例外措置の許可が失効しました', en: 'A permitted exception is void' },
    text: {
      ja: '許可の根拠とした案件の内容が業務開始前に変わったため、許可は効力を失い、対象の義務は再び未了となりました。必要であれば改めて例外措置を申請してください。',
      en: 'The engagement it was permitted for changed before the work began, so it counts no more and what it stood in for is open again. Apply anew where it is still needed.',
    },
  },
  'exception.under-re-review': {
    title: {
      ja: '例外措置の許可が再審査の対象となりました',
      en: 'A permitted exception is under re-review',
    },
    text: {
      ja: '許可の根拠とした案件の内容が業務開始後に変わりました。例外措置は続けられます。内容を確認し、改めて申請するか、終了させてください。',
      en: 'The engagement it was permitted for changed after the work began. It counts meanwhile; apply anew, or end it.',
    },
  },
  'exception.ended': {
    title: { ja: '例外措置が終了しました', en: 'An exception was ended' },
    text: {
      ja: '許可された例外措置が期間の終わりを待たずに終了し、対象の義務は再び未了となりました。',
      en: 'A permitted exception was ended before its last day; what it stood in for is open again.',
    },
  },
  'not-applicable.voided': {
    title: {
      ja: '義務の適用除外の決定が失効しました',
      en: 'A decision that a duty does not arise is void',
    },
    text: {
      ja: '決定の根拠とした案件の内容が業務開始前に変わったため、決定は効力を失い、その義務は再び未了となりました。義務を果たすか、必要であれば改めて決定してください。',
      en: 'The engagement it was decided for changed before the work began, so it counts no more and the duty is open again. Meet the duty, or decide anew where it still does not arise.',
    },
  },
  'not-applicable.taken-back': {
    title: {
      ja: '義務の適用除外の決定が取り消されました',
      en: 'A decision that a duty does not arise was taken back',
    },
    text: {
      ja: '適用除外の決定が取り消され、その義務は再び生じています。取消しの理由を確認し、義務を果たしてください。',
      en: 'The decision was taken back and the duty arises again. Look at the reason and meet the duty.',
    },
  },
  'not-applicable.under-re-review': {
    title: {
      ja: '義務の適用除外の決定が再審査の対象となりました',
      en: 'A decision that a duty does not arise is under re-review',
    },
    text: {
      ja: '決定の根拠とした案件の内容が業務開始後に変わりました。決定は再審査まで効力を保ちます。内容を確認し、改めて決定してください。',
      en: 'The engagement it was decided for changed after the work began. It counts meanwhile; look at the change and decide anew.',
    },
  },
  'clause-confirmation.voided': {
    title: {
      ja: '契約条項を適用しないことの確認が失効しました',
      en: 'A confirmation that a clause is left out is void',
    },
    text: {
      ja: '確認の根拠とした案件の内容が契約の締結前に変わったため、確認は効力を失いました。条項を入れるか、改めて確認を受けてください。',
      en: 'The engagement it was confirmed for changed before the contract was signed, so it counts no more. Include the clause, or have it confirmed anew.',
    },
  },
  'clause-confirmation.under-re-review': {
    title: {
      ja: '契約条項を適用しないことの確認が再審査の対象となりました',
      en: 'A confirmation that a clause is left out is under re-review',
    },
    text: {
      ja: '確認の根拠とした案件の内容が契約の締結後に変わりました。締結した契約は変わらず、確認も効力を保ちます。内容を確認し、改めて確認するか、契約の変更を検討してください。',
      en: 'The engagement it was confirmed for changed after the contract was signed. The contract stands and the confirmation counts meanwhile; confirm anew, or consider amending the contract.',
    },
  },
  'subcontract.voided': {
    title: { ja: '再委託の承認が失効しました', en: 'An approval of re-subcontracting is void' },
    text: {
      ja: '承認した内容が変わったか、業務を渡す再委託先が業務から離れたため、承認は効力を失いました。業務に当たっている場合は止めさせ、必要であれば改めて申請を受けて承認してください。',
      en: 'What was approved changed, or the firm that passed the work on left, so the approval counts no more. Have the work stopped where it goes on, and approve a new application where it is still needed.',
    },
  },
  'subcontract.revoked': {
    title: {
      ja: '再委託の承認が取り消されました',
      en: 'An approval of re-subcontracting was revoked',
    },
    text: {
      ja: '再委託の承認が取り消されました。再委託先の業務を止めさせ、渡した情報の回収を確認してください。その先の再委託の承認も効力を失っています。',
      en: 'The approval was taken back. Have the firm stop and the information recovered. Approvals of the hops below it fell with it.',
    },
  },
  'subcontract.unauthorized': {
    title: {
      ja: '承認のない再委託が判明しました',
      en: 'A firm was found at work without approval',
    },
    text: {
      ja: '承認を受けていない事業者が業務に当たっていることが判明し、指摘事項を登録しました。直ちに中止させ、情報の回収その他必要な措置を講じてください。',
      en: 'A firm without an approval was found doing the work; a finding is open. Have it stopped at once and the information recovered.',
    },
  },
} as const satisfies Record<string, NoticeWords>;

/** What happened, as notices name it. */
export type NoticeCode = keyof typeof NOTICES;

export const NOTICE_CODES = Object.keys(NOTICES) as readonly NoticeCode[];

export function wordsOf(code: NoticeCode): NoticeWords {
  return NOTICES[code];
}
