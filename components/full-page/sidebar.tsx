import type { Signal } from '@preact/signals';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { Drawer } from './drawer';
import { walkWays } from './walk-ways';
import { Ways } from './ways';
import './sidebar.css';

/** The ways through the library: beside it, or in a drawer where there is no room. */
export function Sidebar({ open }: { open: Signal<boolean> }) {
  const beside = useDesk().store.beside.value;
  const ways = (
    <nav class="sidebar" aria-label={i18n.t('nav.label')} onKeyDown={walkWays}>
      {beside && (
        <button type="button" class="skip" onClick={toSearch}>
          {i18n.t('nav.skip')}
        </button>
      )}
      <Ways />
    </nav>
  );
  if (beside) return ways;
  return open.value ? (
    <Drawer
      onClose={() => {
        open.value = false;
      }}
    >
      {ways}
    </Drawer>
  ) : null;
}

function toSearch(): void {
  document.querySelector<HTMLElement>('main input[type=search]')?.focus();
}
