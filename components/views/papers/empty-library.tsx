import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { usePapersInFront } from '@/components/hooks/use-papers-in-front';
import { Notice } from '@/components/parts/notice';

/** Nothing is saved yet: what can be collected here and now, and where papers are. */
export function EmptyLibrary() {
  const { go } = useDesk();
  const papers = usePapersInFront();
  return (
    <Notice title={i18n.t('empty.title')} hint={i18n.t('empty.hint')}>
      {papers > 0 && (
        <button type="button" class="primary" onClick={() => go({ view: 'collect' })}>
          {i18n.t('empty.here', papers)}
        </button>
      )}
      <a
        class={papers > 0 ? 'button' : 'button primary'}
        href="https://huggingface.co/papers"
        target="_blank"
        rel="noreferrer noopener"
      >
        {i18n.t('empty.open')}
      </a>
    </Notice>
  );
}
