import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { useLive } from '@/components/hooks/use-live';
import { CheckedField } from '@/components/parts/checked-field';
import { sendMessage } from '@/utils/messages';
import { isCitationKey } from '@/utils/paper/key-pattern';
import './sections.css';

/** The key by which texts cite the paper. It is given at the first export or copy, or typed. */
export function CitationKey({ id }: { id: string }) {
  const { db, commands } = useDesk();
  const key = useLive(() => db.citationKeys.get(id), [db, id]);
  if (key.state !== 'ready') return null;
  return (
    <section class="below">
      <CheckedField
        label={i18n.t('paperPage.citationKey')}
        value={key.value?.key ?? ''}
        holds={isCitationKey}
        hint={i18n.t(key.value ? 'paperPage.keyStays' : 'paperPage.noKey')}
        wrong={i18n.t('paperPage.keyWrong')}
        onChoose={(typed) => void commands.ask(sendMessage('setCitationKey', { id, key: typed }))}
      />
    </section>
  );
}
