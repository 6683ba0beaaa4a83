import type { Block, BriefDocument, Cell, Run, Section, Sentence, Table } from './document.ts';

/** The brief as CommonMark with the tables and footnotes of GitHub. Figures stand as the words that describe them. */
export function markdown(brief: BriefDocument): Uint8Array {
  const lines = [
    `# ${escaped(brief.title)}`,
    `*${escaped(brief.subtitle)}${brief.dateWords ? ` · dossier of ${escaped(brief.dateWords)}` : ''}*`,
    escaped(brief.basis),
    ...(brief.hero ? blockText(brief.hero, 2) : []),
    ...brief.sections.flatMap((section) => sectionText(section, 2)),
    ...(brief.bibliography.length > 0
      ? ['## Sources', brief.bibliography.map(({ runs }) => `- ${runsText(runs)}`).join('\n')]
      : []),
    '## Appendix',
    ...brief.appendix.flatMap((section) => sectionText(section, 3)),
    ...(brief.notes.length > 0
      ? [brief.notes.map(({ number, runs }) => `[^${number}]: ${runsText(runs)}`).join('\n')]
      : []),
  ];
  return new TextEncoder().encode(`${lines.join('\n\n')}\n`);
}

function sectionText({ title, subtitle, blocks }: Section, level: number): string[] {
  return [
    `${'#'.repeat(level)} ${escaped(title)}`,
    ...(subtitle ? [`*${escaped(subtitle)}*`] : []),
    ...blocks.flatMap((block) => blockText(block, level)),
  ];
}

function blockText(block: Block, level: number): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.sentences.map((sentence) => sentenceText(sentence)).join('\n')];
    case 'list':
      return [
        block.items.map(({ label, text }) => `- **${escaped(label)}**: ${sentenceText(text)}`).join('\n'),
      ];
    case 'formulas':
      return [
        block.items
          .map(
            ({ number, title, formula, words }) =>
              `${number}. **${escaped(title)}**: ${escaped(formula)}; ${escaped(words)}.`,
          )
          .join('\n'),
      ];
    case 'subheading':
      return [`${'#'.repeat(level + 1)} ${escaped(block.text)}`];
    case 'table':
      return tableText(block);
    case 'figure':
      return [`*${escaped(block.alt)}*`];
    case 'beside':
      return tableText(block.table);
    case 'strip':
      return [
        `*${sentenceText(block.caption, true)}`,
        block.figures.map(({ alt }) => `- ${escaped(alt)}`).join('\n'),
      ];
  }
}

function tableText({ caption, columns, rows }: Table): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    `*${sentenceText(caption, true)}`,
    [
      line(columns.map(({ title }) => escaped(title))),
      line(columns.map(({ align }) => (align === 'right' ? '--:' : '---'))),
      ...rows.map((cells) => line(cells.map(cellText))),
    ].join('\n'),
  ];
}

const cellText = ({ text, strong, code }: Cell): string =>
  text === '' ? '' : code ? codeText(text) : strong ? `**${escaped(text)}**` : escaped(text);

const noteMark = ({ note }: Sentence): string => (note === undefined ? '' : `[^${note}]`);

const sentenceText = (sentence: Sentence, italic = false): string =>
  `${escaped(sentence.text)}${italic ? '*' : ''}${noteMark(sentence)}`;

const runsText = (runs: readonly Run[]): string =>
  runs
    .map(({ text, style, href }) => {
      if (href) return `<${href.replace(/[<>\s\\]/g, encodeURIComponent)}>`;
      const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
      if (inner === '' || style === undefined) return escaped(text);
      const marked =
        style === 'code'
          ? codeText(inner)
          : style === 'bold'
            ? `**${escaped(inner)}**`
            : `*${escaped(inner)}*`;
      return before + marked + after;
    })
    .join('');

/** Text as code, whatever backticks are in it. */
function codeText(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const room = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${room}${text.replaceAll('|', '\\|').replace(/\s+/g, ' ')}${room}${fence}`;
}

/** Text of which nothing is taken for mark-up, on one line. */
const escaped = (text: string): string =>
  text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[\\`*_[\]<>|~#&$]/g, (mark) => `\\${mark}`)
    .replace(/^(\s*)([-+=]|\d+[.)])(?=\s|$)/, (_whole, before: string, mark: string) =>
      /\d/.test(mark) ? before + mark.replace(/[.)]$/, (end) => `\\${end}`) : `${before}\\${mark}`,
    )
    .replace(/(https?):\/\//g, '$1:\\/\\/')
    .replace(/\bwww\./g, 'www\\.');
