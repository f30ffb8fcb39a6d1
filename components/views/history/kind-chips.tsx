import { i18n } from '@/components/browser/words';
import type { Kind } from './kinds';
import '@/components/parts/chips.css';

interface KindChipsProps {
  /** The kinds that occur. */
  kinds: readonly Kind[];
  /** The one that is shown; undefined: all. */
  kind: Kind | undefined;
  onKind(kind: Kind | undefined): void;
}

/** Narrows the history to one kind of steps; a second press shows all again. Nothing where there is no choice. */
export function KindChips({ kinds, kind, onKind }: KindChipsProps) {
  if (kinds.length < 2 && kind === undefined) return null;
  return (
    <fieldset class="tools" aria-label={i18n.t('history.kinds')}>
      {kinds.map((one) => (
        <button
          type="button"
          class="chip"
          key={one}
          aria-pressed={one === kind}
          onClick={() => onKind(one === kind ? undefined : one)}
        >
          {i18n.t(`history.kind.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}
