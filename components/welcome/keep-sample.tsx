import { useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { sendMessage } from '@/utils/messages';
import type { Sample } from './sample';

/** Puts the sample into the library after all, like any paper that is added by hand. */
export function KeepSample({ sample }: { sample: Sample }) {
  const [told, setTold] = useState<string>();

  async function keep() {
    const { title, authors, abstract } = sample;
    const answer = await sendMessage('addPaper', { set: { title, authors, abstract } }).catch(
      () => ({ ok: false, code: 'unknown' }) as const,
    );
    setTold(i18n.t(answer.ok ? 'welcome.kept' : `failure.${answer.code}`));
  }

  return (
    <div class="row keep">
      <p>{i18n.t('welcome.notKept')}</p>
      {told === undefined && (
        <button type="button" onClick={() => void keep()}>
          {i18n.t('welcome.keep')}
        </button>
      )}
      <p aria-live="polite">{told}</p>
    </div>
  );
}
