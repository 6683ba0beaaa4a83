import { useEffect, useRef, useState } from 'preact/hooks';
import { askText } from '../api.ts';
import { Copy } from '../evidence/parts.tsx';
import { useNavigation } from '../navigation.tsx';
import { copyWhenThere } from '../words.tsx';
import type { MeasurementAnswer } from './answers.ts';
import { citation, citedData, commandLine } from './citation.ts';
import type { Question } from './question.ts';

/** What a reader takes away: data with their citation, the citation alone, a file, the command that gives the same. */
export function TakeAway({
  answer,
  question,
  path,
}: {
  answer: MeasurementAnswer;
  question: Question;
  path: string;
}) {
  const { address } = useNavigation();
  const [said, setSaid] = useState<string>();
  /** What the browser did not let us copy, to be copied by hand. */
  const [text, setText] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (text === undefined) return;
    field.current?.focus();
    field.current?.select();
  }, [text]);
  useEffect(() => {
    if (said === undefined) return;
    const timer = setTimeout(() => setSaid(undefined), 2400);
    return () => clearTimeout(timer);
  }, [said]);

  const cite = () => citation(answer, question, address.knownOn);
  const data = `${path}&format=csv`;
  const take = async (what: Promise<string>, done: string) => {
    setText(undefined);
    try {
      if (await copyWhenThere(what)) setSaid(done);
      else setText(await what);
    } catch {
      setSaid('The workbench’s server does not answer');
    }
  };
  const command = commandLine(answer, question);
  return (
    <section class="take-away" aria-label="Take away">
      <div class="actions">
        <button
          type="button"
          class="first"
          onClick={() =>
            take(
              askText(data).then((csv) => citedData(cite(), csv)),
              `Copied ${answer.figures.length} figures with their citation`,
            )
          }
        >
          Copy data and citation
        </button>
        <button type="button" onClick={() => take(Promise.resolve(cite().join('\n')), 'Citation copied')}>
          Copy citation
        </button>
        <a class="button" href={data} download>
          Download CSV
        </a>
        <details class="command">
          <summary>Show the command</summary>
          <p>
            <code>{command}</code> <Copy text={() => command}>Copy</Copy>
          </p>
        </details>
        <span class="said" role="status">
          {said ?? ''}
        </span>
      </div>
      {text === undefined ? null : (
        <label class="by-hand">
          <span>The browser does not allow copying. It is selected: copy it with Ctrl-C or ⌘C.</span>
          <textarea ref={field} readOnly rows={6} value={text} />
        </label>
      )}
    </section>
  );
}
