import { missingArgument } from '../model/errors.ts';
import { isGap } from '../model/gap.ts';
import { quantityText } from '../model/quantity.ts';
import type { EvidenceView } from '../model/trace.ts';
import { type Command, jsonOption, openWorkbench, readingOptions, remark, text } from './command.ts';
import { bold, dim, gapText, percent, rangeText, shareRange, signed } from './words.ts';

/** A pointer into a source on one line. */
export function evidenceText({ citation, locator, note, availability, role, states }: EvidenceView): string {
  return [
    citation,
    locator && `, ${locator}`,
    note && ` (its note ${note}: cited there, not supplied)`,
    !note && availability === 'cited-not-supplied' && ' (cited, not supplied)',
    role !== 'supports' && ` [${role}]`,
    states && ` [states ${states}]`,
  ]
    .filter(Boolean)
    .join('');
}

export const explainCommand: Command = {
  name: 'explain',
  summary: 'a vector, or any record, down to its sources',
  takes: 'ID',
  most: 1,
  options: {
    ...jsonOption,
    ...readingOptions,
    all: { type: 'boolean', help: 'show every record, however many' },
  },
  examples: ['multivector explain KAZ.RUS.economic.2022', 'multivector explain blinken-visits-kazakhstan'],
  async run([id], values, terminal) {
    const { out, err, colour } = terminal;
    if (id === undefined) throw missingArgument('explain', 'ID', 'multivector explain KAZ.RUS.economic.2022');
    const isVector = /^[A-Z]{3}\.[^.]+\.[a-z]+\.\d{4}$/.test(id);
    const workbench = await openWorkbench(
      text(values.dossier) ? undefined : /^[A-Z]{3}(?=\.)/.exec(id)?.[0],
      values,
    );
    if (!isVector) {
      const found = workbench.record(id);
      if (values.json) return out(JSON.stringify(found, null, 2));
      out(bold(colour)(found.title));
      if (found.when) out(found.when);
      for (const [name, value] of Object.entries(found.row))
        if (value !== '' && !(Array.isArray(value) && value.length === 0))
          out(`  ${name.padEnd(10)} ${Array.isArray(value) ? value.join('; ') : String(value)}`);
      for (const evidence of found.evidence) out(`  – ${evidenceText(evidence)}`);
      return;
    }
    const explanation = workbench.explain(id);
    if (values.json) return out(JSON.stringify(explanation, null, 2));
    const { vector, names, terms, formula } = explanation;
    out(bold(colour)(`${names.focal} → ${names.partner} · ${vector.dimension} · ${vector.period}`));
    out(
      `weight     ${isGap(vector.weight) ? gapText(vector.weight) : `${percent(vector.weight)}   ${shareRange(vector.weightInterval)}`}`,
    );
    out(
      `direction  ${isGap(vector.direction) ? gapText(vector.direction) : `${signed(vector.direction)}   ${rangeText(vector.directionInterval, signed)}`}`,
    );
    if (vector.within) out(`Its figures stand in those of ${vector.within} already.`);
    for (const part of ['weight', 'direction'] as const) {
      const own = terms.filter(({ term }) => term.part === part);
      if (own.length === 0) continue;
      out('');
      out(bold(colour)(part));
      out(dim(colour)(`  ${formula[part]}`));
      for (const { term, how, citation, records } of own) {
        const contribution =
          part === 'weight' ? `${(term.contribution * 100).toFixed(1)} points` : signed(term.contribution);
        out(
          `  ${term.title}, ${term.period}: ${quantityText(term.amount, term.unit)}${term.total === undefined ? '' : ` of ${quantityText(term.total, term.unit)}`} → ${part === 'weight' ? percent(term.scaled) : signed(term.scaled)}, adds ${contribution}`,
        );
        out(dim(colour)(`    ${how}${citation ? `; ${citation}` : ''}`));
        const shown = values.all ? records : records.slice(0, 12);
        for (const record of shown) {
          const value = record.row.value;
          out(
            `    · ${record.title}${record.when ? `, ${record.when}` : ''}${typeof value === 'number' ? `: ${quantityText(value, String(record.row.unit))}` : ''}  ${dim(colour)(record.id)}`,
          );
          if (record.table !== 'observations')
            for (const evidence of record.evidence) out(dim(colour)(`        ${evidenceText(evidence)}`));
        }
        if (records.length > shown.length) out(`    … and ${records.length - shown.length} more (--all)`);
      }
    }
    if (terms.length === 0) err('No records, so no vector.');
    remark(workbench, terminal);
  },
};
