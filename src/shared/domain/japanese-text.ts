/** Bracketed short forms of legal forms, as NFKC leaves them: `㈱` and `（株）` both give `(株)`. */
const LEGAL_FORMS: ReadonlyMap<string, string> = new Map([
  ['(株)', '株式会社'],
  ['(有)', '有限会社'],
  ['(同)', '合同会社'],
  ['(資)', '合資会社'],
  ['(名)', '合名会社'],
  ['(一社)', '一般社団法人'],
  ['(一財)', '一般財団法人'],
  ['(公社)', '公益社団法人'],
  ['(公財)', '公益財団法人'],
  ['(社)', '社団法人'],
  ['(財)', '財団法人'],
  ['(独)', '独立行政法人'],
  ['(地独)', '地方独立行政法人'],
  ['(特非)', '特定非営利活動法人'],
  ['npo法人', '特定非営利活動法人'],
  ['(福)', '社会福祉法人'],
  ['(学)', '学校法人'],
  ['(医)', '医療法人'],
]);

/** Characters that stand for each other in names: the common form, then its variants. */
const VARIANTS = (
  '高髙 崎﨑嵜 辺邉邊 斉齋齊斎 沢澤 国國 広廣 浜濱濵 桜櫻 島嶋嶌 渕淵 真眞 徳德 恵惠 栄榮 槙槇 瀬瀨 滝瀧 ' +
  '竜龍 万萬 会會 学學 蔵藏 礼禮 与與 鉄鐵 館舘 円圓 富冨 吉𠮷 柳栁 野埜 桑桒 条條 県縣 実實 寿壽 曽曾 ' +
  '弥彌 彦彥 黒黑 青靑 清淸 岳嶽 峰峯 桧檜 篭籠 鴎鷗 郷鄕 増增 戸戶 関關 亜亞 渋澁 壮壯 総總 豊豐 荘莊 ' +
  '晋晉 禄祿 穂穗 遥遙 尭堯 横橫 温溫 鶏鷄 駅驛 薬藥 医醫 応應 団團 経經 済濟 気氣 衛衞 図圖 台臺 湾灣 ' +
  '仏佛 塩鹽 巌巖'
).split(' ');

const COMMON_FORMS: ReadonlyMap<string, string> = new Map(
  VARIANTS.map((group) => Array.from(group)).flatMap(([common = '', ...variants]) =>
    variants.map((variant) => [variant, common] as const),
  ),
);

const KANA_DISTANCE = 'ア'.charCodeAt(0) - 'あ'.charCodeAt(0);

/**
 * What a name is compared by when it is searched: width, case, kana, spaces, middle dots, variant
 * characters and the short forms of a legal form make no difference. Never shown; the name is
 * stored as typed. Applying it twice changes nothing.
 */
export function searchKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s・\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[ぁ-ゖゝゞ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + KANA_DISTANCE))
    .replace(/\p{Script=Han}/gu, (character) => COMMON_FORMS.get(character) ?? character)
    .replace(/\(\p{Script=Han}{1,2}\)|npo法人/gu, (form) => LEGAL_FORMS.get(form) ?? form)
    .normalize('NFKC');
}

/**
 * The distinct two-character pieces of the search key, for an index that finds a word of two or
 * more characters anywhere in a name. A key of one character is its only piece.
 */
export function bigrams(name: string): readonly string[] {
  const characters = Array.from(searchKey(name));
  if (characters.length === 1) return characters;
  const pairs = characters.slice(1).map((second, index) => (characters[index] ?? '') + second);
  return [...new Set(pairs)];
}

/** A number as people write it, in ASCII digits without the spaces and hyphens between groups. */
export function compactNumber(input: string): string {
  return input.normalize('NFKC').replace(/[\s\p{Dash}]/gu, '');
}
