import { html, type Markup } from '../shared/documents/html-template.js';
import type { Language, Text } from '../shared/domain/text.js';
import type { Problem } from '../shared/http/problem.js';
import type { RefusalPage } from '../shared/http/refusal-page.js';
import { PAGE_HEADERS, PAGE_STYLE } from './answer-page-style.js';
import { PAGE_REFUSALS, PAGE_WORDS } from './answer-page-words.js';

/** Says a text in the language of the page. */
export type Words = (text: Text) => string;

/** A page, whole. */
export function pageOf(title: string, language: Language, body: Markup): string {
  const style = html`<style>`.text + PAGE_STYLE + html`</style>`.text;
  const { text } = html`<main>
    <h1>${title}</h1>
    ${body}
  </main>`;
  const head = html`<meta charset="utf-8" /><meta
      name="viewport"
      content="width=device-width, initial-scale=1"
    /><meta name="robots" content="noindex" /><title>${title}</title>`;
  return `<!DOCTYPE html><html lang="${language}"><head>${head.text}${style}</head><body>${text}</body></html>`;
}

/** How a browser is told what is refused, in the words of a page and not of an API. */
export const PAGE_REFUSAL: RefusalPage = {
  headers: PAGE_HEADERS,
  render: (problem, language) => {
    const said = toldOf(problem)[language];
    return pageOf(problem.title[language], language, html`<p>${said}</p>`);
  },
};

function toldOf({ status, code, detail, faults = [] }: Problem): Text {
  const isNoLink = faults.some((fault) => 'parameter' in fault && fault.parameter === 'token');
  if (status === 404 || isNoLink) return PAGE_WORDS.noLink;
  const isOfEdge = code.startsWith('request.') || code === 'file.too-large';
  return isOfEdge ? (PAGE_REFUSALS[status] ?? detail) : detail;
}
