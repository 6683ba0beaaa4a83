import { catalogue, choicesOf, families, type Measure, measureNamed } from '../workbench.ts';
import { type Command, jsonOption } from './command.ts';
import { choiceOption } from './measure.ts';
import { textTable, wrapped } from './table.ts';
import { bold, dim } from './words.ts';

/** A measure for a program: all but its function. */
const described = ({ compute: _, choices, ...head }: Measure) => ({
  ...head,
  choices: choicesOf({ choices }),
});

const end = (value: number): string =>
  Number.isFinite(value) ? String(value).replace('-', '−') : value < 0 ? '−∞' : '∞';

export const measuresCommand: Command = {
  name: 'measures',
  summary: 'the catalogue of measures, or all there is to say of one: formula, source, choices, limits',
  takes: '[NAME]',
  most: 1,
  options: { ...jsonOption },
  examples: ['multivector measures', 'multivector measures kappa'],
  async run([name], values, { out, width, colour }) {
    const columns = Math.max(60, Math.min(width, 110));
    if (name === undefined) {
      if (values.json) return out(JSON.stringify(catalogue.map(described), null, 2));
      for (const [family, title] of Object.entries(families)) {
        const own = catalogue.filter((one) => one.family === family);
        if (own.length === 0) continue;
        out(bold(colour)(title));
        for (const line of textTable(
          [{ title: 'name' }, { title: 'what it answers', flexible: true, wrap: true }, { title: 'by' }],
          own.map(({ id, question, by }) => [id, question, by.join(', ')]),
          columns,
          dim(colour),
        ))
          out(`  ${line}`);
        out('');
      }
      return out('One of them: multivector measures NAME; its figures: multivector measure NAME');
    }
    const measure = measureNamed(name);
    if (values.json) return out(JSON.stringify(described(measure), null, 2));
    const { title, question, formula, unit, range, interval, by, weak, cite, partners, items } = measure;
    out(bold(colour)(`${title} (${measure.id})`));
    const say = (head: string, words: string) => {
      const lines = wrapped(words, columns - 14);
      lines.forEach((line, i) => {
        out(`${(i === 0 ? head : '').padEnd(14)}${line}`);
      });
    };
    say('answers', question);
    say('formula', formula);
    say('range', `${end(range[0])} to ${end(range[1])}${unit === '' ? '' : `, ${unit}`}`);
    if (items !== undefined) say('gives', `a figure for each ${items}`);
    say(
      'partners',
      { needed: 'it is about pairs', optional: 'may be named', none: 'it is about the state alone' }[
        partners
      ],
    );
    say('by', by.join(', '));
    say('interval', interval === '' ? 'none' : interval);
    say('cannot tell', weak);
    for (const [i, reference] of cite.entries()) say(i === 0 ? 'after' : '', reference);
    const choices = choicesOf(measure);
    if (choices.length > 0) {
      out('');
      out('Choices');
      for (const choice of choices) say(`  --${choice.name}`.padEnd(14), choiceOption(choice).help);
    }
  },
};
