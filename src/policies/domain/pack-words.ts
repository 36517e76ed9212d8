import { fault, type PackFault, type PackPath } from './pack-fault.js';
import { isRecord, type PackLayer } from './pack-merge.js';

const PLACE = /\{\{([a-z][a-z0-9-]*)\}\}/g;
type Language = 'ja' | 'en';

/**
 * A merged pack whose texts say the body's own words where they name one by its key, as in
 * `{{incident-plan}}`. A word nobody declares stays as it is; `unknownWords` names it.
 */
export function withWords<T extends PackLayer>(pack: T): T {
  const words = wordsOf(pack);
  const say = (text: string, language: Language): string =>
    text.replace(PLACE, (place, key: string) => words(key, language) ?? place);
  // Only texts change, so the form stays what it was.
  return mapTexts(pack, say) as T;
}

/** Every word that a text of a merged pack names and its vocabulary does not declare. */
export function unknownWords(pack: PackLayer): readonly PackFault[] {
  const words = wordsOf(pack);
  const faults: PackFault[] = [];
  mapTexts(pack, (text, language, path) => {
    for (const [, key = ''] of text.matchAll(PLACE)) {
      if (words(key, language) !== undefined && path[0] !== 'vocabulary') continue;
      faults.push(
        path[0] === 'vocabulary'
          ? fault(path, '用語の中で他の用語は使えません。', 'a word cannot name another word')
          : fault(path, `用語「${key}」は宣言されていません。`, `unknown word "${key}"`),
      );
    }
    return text;
  });
  return faults;
}

function wordsOf(pack: PackLayer): (key: string, language: Language) => string | undefined {
  const { vocabulary } = pack;
  return (key, language) => {
    const word = isRecord(vocabulary) ? vocabulary[key] : undefined;
    const text = isRecord(word) ? word[language] : undefined;
    return typeof text === 'string' ? text : undefined;
  };
}

/** Changes what stands under `ja` and `en` anywhere, a text or a list of texts. */
function mapTexts(
  value: unknown,
  change: (text: string, language: Language, path: PackPath) => string,
  path: PackPath = [],
): unknown {
  if (Array.isArray(value)) return value.map((item, i) => mapTexts(item, change, [...path, i]));
  const language = path.findLast((step) => typeof step === 'string');
  if (typeof value === 'string') {
    return language === 'ja' || language === 'en' ? change(value, language, path) : value;
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [
      field,
      mapTexts(inner, change, [...path, field]),
    ]),
  );
}
