/** The work that is seen through, as it is told of one body. Everything in it is made up. */
export interface Story {
  /** What is bought, as in 「窓口予約システム」. */
  readonly system: string;
  readonly description: string;
  /** The information of people that is handled. */
  readonly information: string;
  /** The information that may be published. */
  readonly openInformation: string;
  /** Who signs for the body. */
  readonly signatory: string;
  readonly court: string;
  /** Where the body runs the system, and the vendor’s place of work. */
  readonly office: string;
  /** How numbers of documents begin, as in 「総」. */
  readonly series: string;
}

/** A text of the demo in the words of a story: `{system}` and the like stand for them. */
export function told(text: string, words: Readonly<Record<string, string>>): string {
  return Object.entries(words).reduce((all, [key, word]) => all.replaceAll(`{${key}}`, word), text);
}

export const TOWN_STORY: Story = {
  system: '窓口予約システム',
  description: '住民窓口の予約受付を行うクラウドサービスの導入、設定、運用及び保守を委託する。',
  information: '予約者の氏名及び連絡先',
  openInformation: '窓口の混雑状況',
  signatory: '町長 見本 太郎',
  court: '熊本地方裁判所',
  office: '総務部デジタル推進課',
  series: '総',
};

export const UNION_STORY: Story = {
  system: '健康診査予約システム',
  description:
    '被保険者の健康診査の予約受付を行うクラウドサービスの導入、設定、運用及び保守を委託する。',
  information: '受診者の氏名、被保険者番号及び連絡先',
  openInformation: '健診会場の案内',
  signatory: '広域連合長 見本 次郎',
  court: '宇都宮地方裁判所',
  office: '総務課情報係',
  series: '広',
};
