/** Tells on the toolbar's button, in the tab where it was asked for, what came of saving. */
import { i18n } from '#i18n';
import { browser } from '#imports';
import { askTab } from '@/components/browser/ask-tab';
import { ACCENT, AMBER, showHealth, showInTab } from './badge';
import type { Outcome } from './save-one';

/** So long (ms) it stands on the button. */
const SHOWN_MS = 5000;

/** Shows that the work has begun. */
export async function tellBegin(tab: number): Promise<void> {
  await showInTab(tab, { text: '…', colour: ACCENT });
}

/** Shows what came of it for a while, and its words as the button's tooltip. */
export async function tellOutcome(
  tab: number,
  outcome: Outcome,
  pause: (ms: number) => Promise<void>,
): Promise<void> {
  await browser.action.setTitle({ tabId: tab, title: wordsOf(outcome) });
  await showInTab(tab, { text: signOf(outcome), colour: isDone(outcome) ? ACCENT : AMBER });
  await pause(SHOWN_MS);
  await browser.action.setTitle({ tabId: tab, title: i18n.t('name') });
  // What stood there before, the page knows best: another one may be open by now.
  const healthy = await askTab('pageState', tab).then(
    ({ health }) => health.healthy,
    () => true,
  );
  await showHealth({ tab: { id: tab } }, healthy);
}

function isDone({ kind }: Outcome): boolean {
  return kind === 'saved' || kind === 'known';
}

function signOf(outcome: Outcome): string {
  if (isDone(outcome)) return '✓';
  if (outcome.kind === 'several') return outcome.papers > 999 ? '999+' : String(outcome.papers);
  return outcome.kind === 'none' ? '?' : '!';
}

function wordsOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'saved':
    case 'known':
      return i18n.t(`saveHere.${outcome.kind}`, [outcome.title ?? i18n.t('paper.untitled')]);
    case 'several':
      return i18n.t('saveHere.several', outcome.papers, [outcome.papers]);
    case 'failed':
      return i18n.t(`failure.${outcome.code}`);
    default:
      return i18n.t(`saveHere.${outcome.kind}`);
  }
}
