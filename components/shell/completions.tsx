import { useEffect, useRef } from 'preact/hooks';
import { spokenDay } from '@/components/browser/dates';
import { i18n } from '@/components/browser/words';
import type { Completion } from '@/utils/query/complete';

interface CompletionsProps {
  /** Of the list; those of the options begin with it. */
  id: string;
  options: readonly Completion[];
  /** The place of the option that is chosen, or -1. */
  active: number;
  onChoose(completion: Completion): void;
}

/** What can be put into the search box, over the results. Without options it is there, but hidden. */
export function Completions({ id, options, active, onChoose }: CompletionsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      role="listbox"
      id={id}
      ref={list}
      aria-label={i18n.t('complete.label')}
      class="completions floating"
      hidden={options.length === 0}
    >
      {options.map((completion, place) => (
        // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the keys are the box's
        <div
          role="option"
          id={`${id}-${place}`}
          key={completion.text}
          aria-selected={place === active}
          onPointerDown={(event) => event.preventDefault()} // the box keeps the focus
          onClick={() => onChoose(completion)}
        >
          <bdi>{completion.label}</bdi> <span>{detailOf(completion)}</span>
        </div>
      ))}
    </div>
  );
}

/** What stands beside a completion: what the field is, how many papers have the value, which days it means. */
function detailOf({ names, papers, days }: Completion): string {
  if (names) return i18n.t(`complete.field.${names}`);
  if (papers !== undefined) return i18n.t('search.count', papers);
  if (!days) return '';
  const now = new Date();
  const [first, last] = days.map((day) => spokenDay(day, now));
  return first === last ? `${first}` : `${first} – ${last}`;
}
