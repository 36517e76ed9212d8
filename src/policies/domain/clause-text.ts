const PLACEHOLDER = /\{([^{}]*)\}/g;

/** Ids of the parameters a clause paragraph prints, each once: `{days}` stands for `days`. */
export function placeholdersOf(paragraph: string): ReadonlySet<string> {
  return new Set([...paragraph.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''));
}
