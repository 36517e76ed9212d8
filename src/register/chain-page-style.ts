/** Each state has a colour of its own beside its word; both survive a black-and-white printer. */
export const CHAIN_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #111; font-family: "Noto Sans JP", "Hiragino Sans", "Yu Gothic", "YuGothic", "MS Gothic", sans-serif; font-size: 10.5pt; line-height: 1.65; line-break: strict; overflow-wrap: anywhere; }
main { max-width: 190mm; margin: 0 auto; padding: 12mm 6mm; }
h1 { font-size: 16pt; margin: 0 0 2mm; }
h2 { font-size: 13pt; margin: 10mm 0 2mm; border-bottom: 1.5pt solid #333; }
h3 { font-size: 11.5pt; margin: 6mm 0 2mm; border-left: 4pt solid #555; padding-left: 2mm; }
h4 { font-size: 10.5pt; margin: 0; }
p, ul, dl { margin: 0; }
ul { padding-left: 1.2em; }
a { color: #0645ad; }
dl.facts { display: grid; grid-template-columns: 9em 1fr; border-top: 0.5pt solid #999; margin-top: 3mm; }
dl.facts > * { margin: 0; padding: 1mm 2mm; border-bottom: 0.5pt solid #999; }
dl.facts > dt { background: #f0f0f0; }
ul.counts { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 2mm; }
ul.counts > li { border: 0.5pt solid #999; padding: 1mm 3mm; }
nav ul { columns: 2; }
nav li.document { list-style: none; margin: 2mm 0 0 -5mm; font-weight: bold; break-after: avoid; }
article { border: 0.5pt solid #999; padding: 2mm 3mm; margin: 0 0 2mm; }
article.none { border-style: dashed; color: #444; }
.duty { border-top: 0.5pt dotted #999; margin-top: 1.5mm; padding-top: 1.5mm; }
.small { font-size: 9pt; color: #333; }
.missing { background: #fff4e5; border-left: 3pt solid #b45309; padding: 1mm 2mm; margin-top: 1mm; }
.past { color: #666; text-decoration: line-through; }
.state { display: inline-block; border: 1pt solid; border-radius: 2pt; padding: 0 1.5mm; font-size: 9pt; font-weight: bold; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.source { font-size: 9pt; font-weight: normal; border-bottom: 0.5pt dashed; }
.met { color: #14532d; background: #dcfce7; }
.open { color: #7c2d12; background: #ffedd5; }
.overdue { color: #7f1d1d; background: #fee2e2; border-style: double; border-width: 3pt; }
.breached { color: #fff; background: #991b1b; border-color: #991b1b; }
.excepted { color: #4c1d95; background: #ede9fe; }
.pending { color: #1e3a8a; background: #dbeafe; border-style: dashed; }
.not-applicable { color: #374151; background: #f3f4f6; }
@page { size: A4; margin: 18mm 15mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; } }
@media print {
  main { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  h2, h3, h4 { break-after: avoid; }
  article, tr { break-inside: avoid; }
}`.trim();
