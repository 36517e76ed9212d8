import { createHash } from 'node:crypto';

/** The style of the pages; the policy of the page admits this one alone. */
export const PAGE_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1a1a1a; font-family: "Hiragino Sans", "Yu Gothic", "Noto Sans JP", "Noto Sans CJK JP", sans-serif; line-height: 1.7; overflow-wrap: anywhere; }
main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.3; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; margin: 1rem 0; }
dt { font-weight: bold; } dd { margin: 0; }
fieldset { border: 1px solid #767676; border-radius: 4px; margin: 0 0 1.5rem; padding: 1rem; min-width: 0; }
legend { font-weight: bold; padding: 0 0.25rem; }
label { display: block; margin-top: 0.75rem; }
.choice { display: inline-flex; align-items: center; gap: 0.4rem; margin: 0.25rem 1.25rem 0.25rem 0; min-height: 2.75rem; }
input[type="radio"], input[type="checkbox"] { width: 1.25rem; height: 1.25rem; flex: none; }
input[type="text"], input[type="file"], select, textarea { width: 100%; } input, select, textarea { font: inherit; padding: 0.5rem; border: 1px solid #767676; border-radius: 4px; max-width: 100%; }
textarea { min-height: 5rem; } [aria-invalid="true"] { border: 2px solid #b00020; }
.help { color: #444; margin: 0.25rem 0; } .badge { background: #1a1a1a; color: #fff; font-size: 0.8rem; padding: 0.1rem 0.5rem; border-radius: 4px; }
.fault { color: #b00020; font-weight: bold; margin: 0.25rem 0 0; }
.summary { border: 3px solid #b00020; padding: 0 1rem 1rem; margin: 1rem 0; } .summary h2 { font-size: 1.1rem; } .summary a { color: #b00020; }
.notice { border: 3px solid #00603a; padding: 0.5rem 1rem; margin: 1rem 0; }
button { font: inherit; font-weight: bold; padding: 0.75rem 1.25rem; border: 2px solid #003f88; border-radius: 4px; background: #fff; color: #003f88; margin: 0 1rem 1rem 0; }
button.main { background: #003f88; color: #fff; }
a { color: #003f88; } :focus-visible { outline: 3px solid #c75300; outline-offset: 2px; }
.answers { padding-left: 1.5rem; } .answers li { border-bottom: 1px solid #ccc; padding: 0.75rem 0; } .answers p { margin: 0.25rem 0; } .answers .said { white-space: pre-line; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 0.5rem; } button { width: 100%; } }
`;

const STYLE_HASH = createHash('sha256').update(PAGE_STYLE).digest('base64');

/** No script, no frame, nothing from elsewhere; the form goes back to where it came from. */
export const PAGE_HEADERS = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'content-type': 'text/html; charset=utf-8',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  vary: 'accept, accept-language',
};
