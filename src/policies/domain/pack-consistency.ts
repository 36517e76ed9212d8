import { effectiveFaults } from './effective.js';
import { placeholdersOf } from './clause-text.js';
import { defaultFault } from './default-value.js';
import type { Article, Clause, Pack } from './pack.js';
import { fault, type PackFault, type PackPath } from './pack-fault.js';

const DIMENSIONS = ['confidentiality', 'integrity', 'availability'] as const;

/** What single items of a pack of sound form say twice, or against themselves. */
export function inconsistencies(pack: Pack): readonly PackFault[] {
  return [
    ...DIMENSIONS.flatMap((dimension) =>
      repeatedIds(pack.classification[dimension], ['classification', dimension]),
    ),
    ...effectiveFaults(pack.effective),
    ...pack.articles.flatMap((article, i) => ofArticle(article, ['articles', i])),
    ...pack.clauses.flatMap((clause, i) => ofClause(clause, ['clauses', i])),
    ...pack.settings.flatMap((setting, i) => defaultFault(setting, ['settings', i])),
  ];
}

function repeatedIds(
  items: readonly { readonly id: string }[],
  path: PackPath,
): readonly PackFault[] {
  const ids = items.map(({ id }) => id);
  return ids.flatMap((id, i) =>
    ids.indexOf(id) === i
      ? []
      : [fault([...path, i], `「${id}」が重複しています。`, `"${id}" is given twice`)],
  );
}

function ofArticle(article: Article, path: PackPath): readonly PackFault[] {
  return [
    ...repeatedIds(article.obligations, [...path, 'obligations']),
    ...foreignObligations(article, path),
    ...undecided(article, path),
  ];
}

function foreignObligations({ key, obligations }: Article, path: PackPath): readonly PackFault[] {
  return obligations.flatMap(({ id }, i) => {
    const isAlone = obligations.length === 1;
    const isOwn = id.replace(/\.[0-9]+$/, '') === key && (isAlone || id !== key);
    if (isOwn) return [];
    return [
      fault(
        [...path, 'obligations', i, 'id'],
        `義務のID「${id}」は「${key}.番号」の形にしてください。`,
        `obligation id "${id}" is not of the form "${key}.<number>"`,
      ),
    ];
  });
}

function undecided({ obligations, none }: Article, path: PackPath): readonly PackFault[] {
  if (obligations.length === 0 && none === undefined) {
    const ja = '義務（obligations）も、義務がない理由（none）もありません。';
    return [fault(path, ja, 'the article has neither obligations nor a reason for none')];
  }
  if (obligations.length > 0 && none !== undefined) {
    const ja = '義務（obligations）と、義務がない理由（none）の両方があります。';
    return [fault([...path, 'none'], ja, 'the article has both obligations and a reason for none')];
  }
  return [];
}

function ofClause({ parameters, paragraphs }: Clause, path: PackPath): readonly PackFault[] {
  const parametersPath = [...path, 'parameters'];
  return [
    ...repeatedIds(parameters, parametersPath),
    ...parameters.flatMap((parameter, i) => defaultFault(parameter, [...parametersPath, i])),
    ...(['ja', 'en'] as const).flatMap((language) => {
      const textPath = [...path, 'paragraphs', language];
      return [
        ...undeclaredPlaceholders(parameters, paragraphs[language], textPath),
        ...unprintedParameters(parameters, paragraphs[language], textPath),
      ];
    }),
  ];
}

function undeclaredPlaceholders(
  parameters: Clause['parameters'],
  paragraphs: readonly string[],
  path: PackPath,
): readonly PackFault[] {
  const declared = new Set(parameters.map(({ id }) => id));
  return paragraphs.flatMap((paragraph, i) =>
    [...placeholdersOf(paragraph)]
      .filter((id) => !declared.has(id))
      .map((id) =>
        fault(
          [...path, i],
          `差込項目「{${id}}」は parameters で宣言されていません。`,
          `placeholder "{${id}}" is not a declared parameter`,
        ),
      ),
  );
}

function unprintedParameters(
  parameters: Clause['parameters'],
  paragraphs: readonly string[],
  path: PackPath,
): readonly PackFault[] {
  const printed = new Set(paragraphs.flatMap((paragraph) => [...placeholdersOf(paragraph)]));
  return parameters
    .filter(({ id }) => !printed.has(id))
    .map(({ id }) =>
      fault(path, `parameters の「${id}」が本文にありません。`, `parameter "${id}" is not printed`),
    );
}
