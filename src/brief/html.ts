import { screenTheme, svgText } from '../figures/index.ts';
import type { Block, BriefDocument, Cell, Figure, Run, Section, Sentence, Table } from './document.ts';
import { htmlStyle } from './html-style.ts';

/** The brief as one page that asks for nothing from outside and runs no script. */
export function html(brief: BriefDocument): Uint8Array {
  const named: readonly Pick<Section, 'id' | 'title'>[] = [
    ...brief.sections,
    ...(brief.bibliography.length > 0 ? [{ id: 'sources', title: 'Sources' }] : []),
    { id: 'appendix', title: 'Appendix' },
    ...(brief.notes.length > 0 ? [{ id: 'notes', title: 'Notes' }] : []),
  ];
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escaped(brief.description)}">
<meta name="keywords" content="${escaped(brief.keywords.join(', '))}">
<title>${escaped(brief.title)}</title>
<style>
${htmlStyle}</style>
</head>
<body>
<header>
<p class="kicker">Multivector${brief.dateWords ? ` · dossier of <time datetime="${escaped(brief.date ?? '')}">${escaped(brief.dateWords)}</time>` : ''}</p>
<h1>${escaped(brief.title)}</h1>
<p class="subtitle">${escaped(brief.subtitle)}</p>
<p class="basis">${escaped(brief.basis)}</p>
</header>
<nav aria-label="Contents"><ul>
${named.map(({ id, title }) => `<li><a href="#${escaped(id)}">${escaped(title)}</a></li>`).join('\n')}
</ul></nav>
<main>
${brief.hero ? blockHtml(brief.hero) : ''}
${brief.sections.map((section) => sectionHtml(section, 2)).join('\n')}
${
  brief.bibliography.length > 0
    ? `<section id="sources"><h2>Sources</h2><ul class="sources">\n${brief.bibliography.map(({ runs }) => `<li>${runsHtml(runs)}</li>`).join('\n')}\n</ul></section>`
    : ''
}
<section id="appendix"><h2>Appendix</h2>
${brief.appendix.map((section) => sectionHtml(section, 3)).join('\n')}
</section>
${brief.notes.length > 0 ? notesHtml(brief) : ''}
</main>
</body>
</html>
`;
  return new TextEncoder().encode(page);
}

const notesHtml = ({ notes }: BriefDocument): string =>
  `<section id="notes"><h2>Notes</h2><ol class="notes">\n${notes
    .map(
      ({ number, runs }) =>
        `<li id="note-${number}">${runsHtml(runs)} <a href="#from-${number}" aria-label="Back to the text of note ${number}">↩</a></li>`,
    )
    .join('\n')}\n</ol></section>`;

function sectionHtml({ id, title, subtitle, blocks }: Section, level: 2 | 3): string {
  return `<section id="${escaped(id)}">
<h${level}>${escaped(title)}</h${level}>
${subtitle && level === 2 ? `<p class="about">${escaped(subtitle)}</p>` : ''}
${blocks.map(blockHtml).join('\n')}
</section>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${block.sentences.map(sentenceHtml).join(' ')}</p>`;
    case 'list':
      return `<dl>\n${block.items.map(({ label, text }) => `<dt>${escaped(label)}</dt><dd>${sentenceHtml(text)}</dd>`).join('\n')}\n</dl>`;
    case 'formulas':
      return `<ol class="formulas">\n${block.items
        .map(
          ({ title, formula, words }) =>
            `<li><strong>${escaped(title)}</strong>: ${escaped(formula)}; <span class="muted">${escaped(words)}</span></li>`,
        )
        .join('\n')}\n</ol>`;
    case 'subheading':
      return `<h3>${escaped(block.text)}</h3>`;
    case 'table':
      return tableHtml(block);
    case 'figure':
      return figureHtml(block);
    case 'beside':
      return `<div class="beside">${figureHtml(block.figure)}${tableHtml(block.table)}</div>`;
    case 'strip':
      return `<p class="caption">${sentenceHtml(block.caption)}</p><div class="strip">${block.figures.map(figureHtml).join('')}</div>`;
  }
}

const figureHtml = ({ alt, caption, ratio, draw }: Figure): string =>
  `<figure${ratio > 2 ? ` class="wide" tabindex="0" aria-label="${escaped(alt)}"` : ''}>${svgText(draw(screenTheme))}${caption === '' ? '' : `<figcaption>${escaped(caption)}</figcaption>`}</figure>`;

function tableHtml({ caption, columns, rows }: Table): string {
  const align = (index: number): string => (columns[index]?.align === 'right' ? ' right' : '');
  return `<div class="scroll" tabindex="0" role="group" aria-label="${escaped(caption.text)}"><table${columns.length > 4 ? ' class="broad"' : ''}>
<caption><span>${sentenceHtml(caption)}</span></caption>
<thead><tr>${columns.map(({ title }, index) => `<th scope="col" class="${align(index).trim()}">${escaped(title)}</th>`).join('')}</tr></thead>
<tbody>
${rows
  .map((cells) => `<tr>${cells.map((cell, index) => cellTag(cell, index, align(index))).join('')}</tr>`)
  .join('\n')}
</tbody></table></div>`;
}

/** The first cell names the row. */
const cellTag = (cell: Cell, index: number, align: string): string =>
  index === 0
    ? `<th scope="row" class="${cellClass(cell)}">${cellHtml(cell)}</th>`
    : `<td class="${cellClass(cell)}${align}">${cellHtml(cell)}</td>`;

const cellClass = ({ muted, code }: Cell): string =>
  [muted && 'muted', code && 'code'].filter(Boolean).join(' ');

const cellHtml = ({ text, strong, swatch }: Cell): string =>
  `${swatch === undefined ? '' : `<span class="dot" style="background:var(--mv-direction-${swatch})"></span>`}${
    strong ? `<strong>${escaped(text)}</strong>` : escaped(text)
  }`;

const sentenceHtml = ({ text, note }: Sentence): string =>
  escaped(text) +
  (note === undefined
    ? ''
    : `<sup id="from-${note}"><a href="#note-${note}" aria-label="Note ${note}">${note}</a></sup>`);

const runsHtml = (runs: readonly Run[]): string =>
  runs
    .map(({ text, style, href }) => {
      const tag = style && { italic: 'i', bold: 'strong', code: 'code' }[style];
      const body = tag ? `<${tag}>${escaped(text)}</${tag}>` : escaped(text);
      return href ? `<a href="${escaped(href)}" rel="noreferrer">${body}</a>` : body;
    })
    .join('');

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
