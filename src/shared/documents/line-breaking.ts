/** The width of a text in the font and size it will be set in. */
export type Measure = (text: string) => number;

/** 行頭禁則文字: what may not begin a line (JIS X 4051, in the plain form word processors use). */
const NEVER_FIRST = new Set(
  '、。，．・：；？！ー゛゜ヽヾゝゞ々〻―…‥゠〜～’”）〕］｝〉》」』】〙〗»' +
    'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ' +
    '｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ!),.:;?]}%％℃‰',
);

/** 行末禁則文字: what may not end a line. */
const NEVER_LAST = new Set('‘“（〔［｛〈《「『【〘〖«([{｢￥＄￡№');

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/**
 * Breaks a paragraph into lines no wider than `width`. Words written with letters stay whole,
 * Japanese breaks between any two characters that 禁則 allows to part. What alone is wider than a
 * line is broken wherever it must be. Spaces at the end of a line are dropped.
 */
export function breakLines(text: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const unit of units(text, width, measure)) {
    if (line !== '' && used + measure(unit.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    line += unit;
    used += measure(unit);
  }
  return [...lines, line.trimEnd()];
}

/** What stays together. */
function units(text: string, width: number, measure: Measure): readonly string[] {
  const joined: string[] = [];
  let previous = '';
  for (const { segment } of graphemes.segment(text)) {
    if (previous !== '' && staysWith(previous, segment))
      joined.push((joined.pop() ?? '') + segment);
    else joined.push(segment);
    previous = segment;
  }
  return joined.flatMap((unit) => (measure(unit.trimEnd()) > width ? characters(unit) : [unit]));
}

function staysWith(previous: string, next: string): boolean {
  return (
    NEVER_FIRST.has(next) || NEVER_LAST.has(previous) || (isWestern(previous) && isWestern(next))
  );
}

function isSpace(character: string): boolean {
  return character.trim() === '' && character !== '\u00A0';
}

/** Letters, digits and punctuation of alphabetic scripts lie before the enclosed and East Asian blocks. */
function isWestern(character: string): boolean {
  return !isSpace(character) && (character.codePointAt(0) ?? 0) < 0x2460;
}

function characters(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}
