import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A summary with a panel below it, which closes when the reader goes elsewhere. */
export function Menu({
  summary,
  label,
  children,
}: {
  summary: ComponentChildren;
  label?: string;
  children: ComponentChildren;
}) {
  const node = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const { current } = node;
      if (!current?.open) return;
      if (event instanceof KeyboardEvent && event.key === 'Escape') {
        event.preventDefault();
        current.open = false;
        current.querySelector('summary')?.focus();
      } else if (
        !(event instanceof KeyboardEvent) &&
        event.target instanceof Node &&
        !current.contains(event.target)
      )
        current.open = false;
    };
    addEventListener('pointerdown', close);
    addEventListener('focusin', close);
    addEventListener('keydown', close, true);
    return () => {
      removeEventListener('pointerdown', close);
      removeEventListener('focusin', close);
      removeEventListener('keydown', close, true);
    };
  }, []);
  return (
    <details class="menu" ref={node}>
      <summary aria-label={label}>{summary}</summary>
      <div class="panel">{children}</div>
    </details>
  );
}
