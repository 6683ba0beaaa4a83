import { extname } from 'node:path';
import { MultivectorError } from '../model/errors.ts';
import { type BriefFormat, briefFormats, writeWhole } from '../workbench.ts';
import { atOption, type Command, openWorkbench, readingOptions, remark, text, yearOf } from './command.ts';

export const briefCommand: Command = {
  name: 'brief',
  summary: 'write a footnoted brief: PDF, DOCX, HTML or Markdown',
  takes: '[KAZ]',
  most: 1,
  options: {
    output: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      help: 'file to write; its ending tells the format; “-” is standard output',
    },
    format: {
      type: 'string',
      short: 'f',
      value: 'FORMAT',
      help: `${briefFormats.join(', ')}; by default that of the file, or md`,
    },
    ...atOption,
    ...readingOptions,
  },
  examples: [
    'multivector brief KAZ -o kazakhstan.pdf',
    'multivector brief KAZ --at 2022 -o kazakhstan.docx',
    'multivector brief KAZ > kazakhstan.md',
  ],
  async run([focal], values, terminal) {
    const output = text(values.output) ?? '-';
    const wanted = text(values.format) ?? (output === '-' ? 'md' : extname(output).slice(1).toLowerCase());
    const format = briefFormats.find((one): one is BriefFormat => one === wanted);
    if (!format)
      throw new MultivectorError(
        'input',
        wanted === ''
          ? `“${output}” has no ending that tells the format`
          : `“${wanted}” is no format of a brief`,
        {
          hint: `end the file in ${briefFormats.map((one) => `.${one}`).join(', ')}, or say --format`,
        },
      );
    if (output === '-' && (format === 'pdf' || format === 'docx'))
      throw new MultivectorError('input', `a ${format} is not text`, {
        hint: `write it to a file: -o brief.${format}`,
      });
    const workbench = await openWorkbench(focal, values);
    const bytes = await workbench.brief({ year: yearOf(values.at), format });
    if (output === '-') terminal.out(new TextDecoder().decode(bytes).trimEnd());
    else {
      await writeWhole(output, bytes);
      terminal.err(`${output}: ${Math.max(1, Math.round(bytes.length / 1024))} kB`);
    }
    remark(workbench, terminal);
  },
};
