import { BODY_SIZE, HEADER_FILL, LINE_HEIGHT, NESTED_TABLE_INDENT } from './text-styles.js';
import { RULE_COLOR, STYLES, TEXT_STYLES, type TextStyleName } from './text-styles.js';

const NESTED = points(NESTED_TABLE_INDENT * BODY_SIZE);

/** `strict` is the browser's 禁則. */
const PAGE_RULES = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #000; font-family: "Noto Sans JP", "Hiragino Sans", "Yu Gothic", "YuGothic", "MS Gothic", "MS ゴシック", sans-serif; font-size: ${points(BODY_SIZE)}; line-height: ${String(LINE_HEIGHT)}; line-break: strict; overflow-wrap: anywhere; }
main, footer { max-width: 160mm; margin: 0 auto; padding: 0 5mm; }
main { padding-top: 15mm; padding-bottom: 10mm; }
footer { border-top: 0.5pt solid #${RULE_COLOR}; padding-top: 2mm; padding-bottom: 10mm; font-size: 9pt; text-align: center; }
h1, h2, h3, h4, h5, p { margin: 0; }
ul { list-style: none; margin: 0; padding: 0; }
.marker { display: inline-block; }
table { width: 100%; margin: 6pt 0; border-collapse: collapse; table-layout: fixed; font-size: ${points(STYLES.cell.size)}; }
table.nested { width: calc(100% - ${NESTED}); margin-left: ${NESTED}; }
th, td { border: 0.5pt solid #${RULE_COLOR}; padding: 4pt; text-align: left; vertical-align: top; }
th { background: #${HEADER_FILL}; font-weight: bold; }
.page-break { break-after: page; }`.trim();

const PRINT_RULES = `
@page { size: A4; margin: 25mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; } }
@media print {
  main, footer { max-width: none; margin: 0; padding: 0; }
  footer { margin-top: 10mm; padding-top: 2mm; }
  .keep { break-after: avoid; }
  thead { display: table-header-group; }
  tr, .block { break-inside: avoid; }
  p, li { orphans: 2; widows: 2; }
  th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}`.trim();

export const HTML_STYLE = [PAGE_RULES, ...TEXT_STYLES.map(styleRules), PRINT_RULES].join('\n');

function styleRules(name: TextStyleName): string {
  const { size, bold, align, left, hanging, before, after } = STYLES[name];
  const scale = BODY_SIZE / size;
  const rules = [
    `margin: ${points(before)} 0 ${points(after)}`,
    `padding-left: ${em(left * scale)}`,
    `font-size: ${points(size)}`,
    `font-weight: ${bold ? 'bold' : 'normal'}`,
    `text-align: ${align}`,
  ];
  return `.${name} { ${rules.join('; ')}; }\n.${name} > .marker { margin-left: ${em(-hanging * scale)}; min-width: ${em(hanging * scale)}; }`;
}

function em(width: number): string {
  return `${String(Number(width.toFixed(3)))}em`;
}

function points(size: number): string {
  return `${String(size)}pt`;
}
