import { stringify } from 'yaml';
import type { Pack } from '../../policies/index.js';
import { classificationFile, segmentsFile } from './new-pack-classes.js';

/** What the author of a new pack says of the body. */
export interface NewPack {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly type: string;
  readonly localGovernmentCode: string | undefined;
  readonly parentName: string;
  readonly parent: Pack;
}

/** The copy of the schema in the folder of a pack, for editors. */
export const SCHEMA_FILE = 'pack.schema.json';

/** The YAML files of a new pack by name, with comments that say what belongs where. */
export function newPackFiles(plan: NewPack): ReadonlyMap<string, string> {
  const files: readonly (readonly [string, string])[] = [
    ['pack.yaml', headFile(plan)],
    ['classification.yaml', classificationFile(plan.parent)],
    ['segments.yaml', segmentsFile(plan.parent)],
    ['vocabulary.yaml', vocabularyFile(plan)],
    ['roles.yaml', ROLES],
    ['articles.yaml', articlesFile(plan)],
    ['settings.yaml', SETTINGS],
  ];
  const editorLine = `# yaml-language-server: $schema=${SCHEMA_FILE}\n`;
  return new Map(files.map(([name, text]) => [name, `${editorLine}${text.trimStart()}`]));
}

/** A text as YAML writes it behind a colon. */
function scalar(text: string): string {
  return stringify(text, { singleQuote: true, lineWidth: 0 }).trim();
}

function headFile({ id, name, nameEn, type, localGovernmentCode, parentName }: NewPack): string {
  const code =
    localGovernmentCode === undefined
      ? "# localGovernmentCode: '434043'"
      : `localGovernmentCode: '${localGovernmentCode}'`;
  return `
# パックの名前・団体・文書。書き方の説明は src/policies/PACKS.md。 / Name, body and documents of the pack.
# 直したら npm run policy:check <このフォルダー> で確かめる。 / Check after every change.

# 読み込んだ後に内容を変えたら、版を上げる（例：'2'）。 / A changed pack needs a new version.
id: ${scalar(id)}
version: '1'
# 土台のパック。ここに書かないものは土台のとおりになる。 / What is not said here is as in this pack.
extends: ${scalar(parentName)}
title:
  ja: ${scalar(`${name}情報セキュリティポリシー`)}
  en: ${scalar(`Information security policy of ${nameEn}`)}
body:
  name:
    ja: ${scalar(name)}
    en: ${scalar(nameEn)}
  type: ${type}
  ${code}

${HEAD_OPTIONS}

# ポリシーを成す文書。団体が独自に選んだ内容の文書には chosen: true。 / The documents; chosen: true for the body's own choice.
documents:
  - id: security-standards
    title:
      ja: ${scalar(`${name}情報セキュリティ対策基準`)}
      en: ${scalar(`Information security standards of ${nameEn}`)}
    disclosure: public
`;
}

const HEAD_OPTIONS = `# 施行日。日の印刷がなければ from は '2026-04' まで。公布の日からなら from の代わりに onPublication: true。
# When it came into force; a month where no day is printed; onPublication: true for the day of publication.
# effective:
#   printed: { ja: 令和８年４月１日施行, en: 'In force from 1 April 2026' }
#   from: '2026-04-01'

# 適用範囲。 / The parts of the body, and whether the policy applies to them.
# scope:
#   - id: mayor
#     label: { ja: 町長部局, en: 'The mayor’s departments' }
#     applies: true
#   - id: assembly
#     label: { ja: 議会, en: Assembly }
#     applies: false

# ポリシーが名指しする職員の区分。 / Categories of staff the policy names.
# staffCategories:
#   - { id: fiscal-year-appointed, label: { ja: 会計年度任用職員, en: Fiscal-year appointed staff } }`;

function vocabularyFile({ name, nameEn, parent }: NewPack): string {
  const others = Object.entries(parent.vocabulary)
    .filter(([key]) => key !== 'body')
    .map(([key, { ja, en }]) => `#   ${key}: { ja: ${scalar(ja)}, en: ${scalar(en)} }`);
  return `
# 団体の言葉。文の中の {{body}} などは、ここの言葉に置き換わる。 / The body's words, said where a text names {{key}}.
vocabulary:
  body:
    ja: ${scalar(name)}
    en: ${scalar(nameEn)}

# 次は土台のパックの言葉。違う言葉を使う団体は、書き直して上に移す。 / Words of the parent; move up what the body calls differently.
${others.join('\n')}
`;
}

const ROLES = `
# 役割。土台の役割と違うところだけを書く。 / Roles; only what differs from the parent.
# roles:
#   # 役割を定める条項。 / The article that names the role.
#   - { id: ciso, article: EXAMPLE-1 }
#   # その職がない団体では、別の役割が代わる。 / A body without the post has another role take its place.
#   - { id: department-officer, mappedTo: head-officer }
`;

function articlesFile({ parent }: NewPack): string {
  const role = parent.roles.find(({ duties }) => duties.includes('manage-section'));
  const actor = (role ?? parent.roles[0])?.id;
  return `
# 条項。要旨は団体の文書の写しではなく、自分たちの言葉で書く。 / Articles; the summary is in our own words.
# 表計算の表からも取り込める：npm run policy:articles。 / A table can be imported.
articles:
${actor === undefined ? '' : exampleWithDuty(actor)}  - key: EXAMPLE-2
    label: 例２
    document: security-standards
    title:
      ja: 用語の定義（例）
      en: Definitions (example)
    summary:
      ja: ポリシーの用語を定める。
      en: Defines the words of the policy.
    # 案件に義務を課さない条項には、その理由を書く。 / Why the article puts no duty on an engagement.
    none:
      ja: 用語の定義であり、案件に義務を課さない。
      en: A definition puts no duty on an engagement.
`;
}

function exampleWithDuty(role: string): string {
  return `  - key: EXAMPLE-1
    label: 例１
    document: security-standards
    title:
      ja: 委託先の評価（例）
      en: Assessing the vendor (example)
    summary:
      ja: 委託先を選ぶ前に、対策が委託の内容に見合うことを確かめる。
      en: Before a vendor is chosen, its measures are confirmed to fit the work.
    obligations:
      # だれが負い、だれが行い、どの手続までに、何で示すか。 / Who owes it, who acts, before which step, shown by what.
      - owedBy: body
        roles: [${scalar(role)}]
        phase: before
        gate: select
        when: { all: [outsourcing] }
        proof: { kind: assessment }
        remedy:
          ja: 候補者ごとに評価票を送り、評価結果を確定してください。
          en: Send each candidate the checklist and settle the outcome.

`;
}

const SETTINGS = `
# 設定。土台の既定値を変えるか、根拠の条項を付ける。 / Settings: change a default, or name the article it rests on.
# settings:
#   - { id: report-due-business-days, default: 10, article: EXAMPLE-1 }
`;
