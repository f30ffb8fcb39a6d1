import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import type { Told } from '@/components/hooks/use-commands';

/** Why something was not done, with a way to the paper that it is about. */
export function FailureAlert({ failure: { words, paper } }: { failure: Told }) {
  const { go } = useDesk();
  return (
    <p class="failure" role="alert">
      {words}{' '}
      {paper !== undefined && (
        <button type="button" class="link" onClick={() => go({ view: 'paper', id: paper })}>
          {i18n.t('failure.showOther')}
        </button>
      )}
    </p>
  );
}
