import { isGap } from '../model/gap.ts';
import { hasHappened } from '../workbench.ts';
import {
  type Command,
  dimensionOf,
  dimensionOption,
  jsonOption,
  openWorkbench,
  readingOptions,
  remark,
  text,
} from './command.ts';
import { textTable } from './table.ts';
import { dim, numberText, rangeText, signed, signedText } from './words.ts';

export const timelineCommand: Command = {
  name: 'timeline',
  summary: 'events in the order of their dates',
  takes: '[KAZ]',
  most: 1,
  options: {
    partner: { type: 'string', short: 'p', value: 'RUS', help: 'only events that bear on this partner' },
    from: { type: 'string', value: 'DATE', help: 'only events that can have been on or after the date' },
    to: { type: 'string', value: 'DATE', help: 'only events that can have been on or before the date' },
    ...dimensionOption,
    ...jsonOption,
    ...readingOptions,
  },
  examples: [
    'multivector timeline KAZ --partner RUS',
    'multivector timeline KAZ --from 2022-06 --to 2022-12',
  ],
  async run([focal], values, terminal) {
    const workbench = await openWorkbench(focal, values);
    const filter = {
      partner: text(values.partner),
      dimension: dimensionOf(values.dimension),
      from: text(values.from),
      to: text(values.to),
    };
    const entries = workbench.timeline(filter);
    const balance = workbench.eventBalance(filter);
    if (values.json) return terminal.out(JSON.stringify({ events: entries, balance }, null, 2));
    if (entries.length === 0) terminal.out('no events');
    else {
      const rows = entries.map(({ event, partners, intensity }) => [
        event.date,
        hasHappened(event) ? event.title : `(${event.status}) ${event.title}`,
        event.root,
        partners.join(' '),
        numberText(intensity),
        event.id,
      ]);
      const columns = [
        { title: 'when' },
        { title: 'what', flexible: true, wrap: true },
        { title: 'root' },
        { title: 'partners', flexible: true, wrap: true },
        { title: 'scale', align: 'right' },
        ...(terminal.width >= 120 ? [{ title: 'id' }] : []),
      ] as const;
      for (const line of textTable(columns, rows, Math.max(80, terminal.width), dim(terminal.colour)))
        terminal.out(line);
      const net = isGap(balance.netCooperation)
        ? ''
        : `; net cooperation ${signedText(balance.netCooperation)} (${rangeText(balance.interval, signed)})`;
      terminal.err(
        dim(terminal.colour)(
          `${entries.length} events, ${balance.n} of them happened${net}; mean on the Goldstein scale ${numberText(balance.meanIntensity)}`,
        ),
      );
    }
    remark(workbench, terminal);
  },
};
