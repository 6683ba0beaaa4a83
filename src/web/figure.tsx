import { type ComponentChild, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Element } from '../figures/index.ts';

/** What a mark in a drawing stands for. */
export interface Mark {
  readonly vector?: string | undefined;
  readonly record?: string | undefined;
  /** One way of computing a finding. */
  readonly specification?: string | undefined;
  /** A choice and one of its alternatives, with `=` between. */
  readonly alternative?: string | undefined;
}

const targetOf = ({ attributes }: Element): Mark | undefined => {
  const text = (name: string): string | undefined => {
    const value = attributes[`data-${name}`];
    return value === undefined ? undefined : String(value);
  };
  const [vector, record, specification] = [text('vector'), text('record'), text('specification')];
  const alternative = alternativeOf(text('choice'), text('alternative'));
  if ((vector ?? record ?? specification ?? alternative) === undefined) return undefined;
  return { vector, record, specification, alternative };
};

const alternativeOf = (choice: string | undefined, alternative: string | undefined): string | undefined =>
  choice === undefined || alternative === undefined ? undefined : `${choice}=${alternative}`;

/** A mark keeps its node from year to year: it is told by its partner, not by its vector. */
const keyOf = ({ vector, record, specification, alternative }: Mark): string =>
  vector?.split('.')[1] ?? record ?? specification ?? alternative ?? '';

const isMark = ({ attributes }: Element): boolean => attributes.role === 'button';

/** All marks of a drawing in the order in which they are drawn. */
function marksOf(drawing: Element): Element[] {
  const below = drawing.children.flatMap((child) => (typeof child === 'string' ? [] : marksOf(child)));
  return isMark(drawing) ? [drawing, ...below] : below;
}

/**
 * A drawing as nodes. Its titles are left out: the readout says them at once and for every pointer, and the label
 * says them to a screen reader.
 */
function nodes(drawing: Element, tabbable: Element | undefined): ComponentChild {
  const { tag, attributes, children } = drawing;
  const target = isMark(drawing) ? targetOf(drawing) : undefined;
  return h(
    tag,
    target ? { ...attributes, key: keyOf(target), tabindex: drawing === tabbable ? 0 : -1 } : attributes,
    children
      .filter((child) => typeof child === 'string' || child.tag !== 'title')
      .map((child) => (typeof child === 'string' ? child : nodes(child, tabbable))),
  );
}

const markAt = (event: Event): SVGElement | undefined => {
  const found = event.target instanceof globalThis.Element ? event.target.closest('[role=button]') : null;
  return found instanceof SVGElement ? found : undefined;
};

const readMark = (node: SVGElement): Mark => ({
  vector: node.dataset.vector,
  record: node.dataset.record,
  specification: node.dataset.specification,
  alternative: alternativeOf(node.dataset.choice, node.dataset.alternative),
});

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * A drawing of `figures/` on the page. Its marks are one stop of the Tab key: arrows, Home and End go from mark to
 * mark, Enter and Space open one.
 */
export function Figure({
  drawing,
  onOpen,
  onPoint,
  order,
  className,
}: {
  drawing: Element;
  onOpen?: (mark: Mark) => void;
  /** The mark that the pointer or the focus is on, or none any more. */
  onPoint?: (mark: Mark | undefined) => void;
  /** Where a mark stands in the order of the arrow keys; else as drawn. */
  order?: (mark: Mark) => number;
  className?: string;
}) {
  const root = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string>();
  const ordered = marksOf(drawing).map((mark, index) => ({
    mark,
    place: order?.(targetOf(mark) ?? {}) ?? index,
  }));
  ordered.sort((a, b) => a.place - b.place);
  const keyed = ordered.map(({ mark }) => mark);
  const tabbable = keyed.find((mark) => keyOf(targetOf(mark) ?? {}) === current) ?? keyed[0];

  const moveTo = (from: SVGElement, to: (index: number) => number) => {
    const all = [...(root.current?.querySelectorAll<SVGElement>('[role=button]') ?? [])];
    const sorted = order ? all.sort((a, b) => order(readMark(a)) - order(readMark(b))) : all;
    const next = sorted[(to(sorted.indexOf(from)) + sorted.length) % sorted.length];
    if (!next) return;
    setCurrent(keyOf(readMark(next)));
    next.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the marks inside are the buttons, and bubble to here
    <div
      ref={root}
      class={className ? `figure ${className}` : 'figure'}
      onClick={(event) => {
        const node = markAt(event);
        if (!node) return;
        setCurrent(keyOf(readMark(node)));
        node.focus({ preventScroll: true });
        onOpen?.(readMark(node));
      }}
      onKeyDown={(event) => {
        const node = markAt(event);
        if (!node || event.metaKey || event.ctrlKey || event.altKey) return;
        const step = steps[event.key];
        if (event.key === 'Enter' || event.key === ' ') onOpen?.(readMark(node));
        else if (step !== undefined) moveTo(node, (index) => index + step);
        else if (event.key === 'Home') moveTo(node, () => 0);
        else if (event.key === 'End') moveTo(node, () => -1);
        else return;
        event.preventDefault();
      }}
      onPointerOver={(event) => {
        const node = markAt(event);
        onPoint?.(node && readMark(node));
      }}
      onPointerLeave={() => onPoint?.(undefined)}
      onFocusIn={(event) => {
        const node = markAt(event);
        if (node) {
          setCurrent(keyOf(readMark(node)));
          onPoint?.(readMark(node));
        }
      }}
      onFocusOut={() => onPoint?.(undefined)}
    >
      {nodes(drawing, tabbable)}
    </div>
  );
}

/** How wide a node is on the page, in whole pixels, kept up with its changes. */
export function useWidth<E extends HTMLElement>(first: number): [{ current: E | null }, number] {
  const node = useRef<E>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    const { current } = node;
    if (!current) return;
    const measure = () => setWidth(Math.round(current.clientWidth) || first);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [first]);
  return [node, width];
}
