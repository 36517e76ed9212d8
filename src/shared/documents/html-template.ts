import { escapeMarkup } from './markup.js';

/** Text that is HTML already; only `html` makes it. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = string | number | Markup | readonly Markup[] | null;

/** HTML from a template: whatever is put in is escaped, unless it is HTML itself. Nothing stands for null. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const text = template.map((piece, at) => piece + written(parts[at] ?? null));
  return new Markup(text.join(''));
}

function written(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return escapeMarkup(String(part));
}
