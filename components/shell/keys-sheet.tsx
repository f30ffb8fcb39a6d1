import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { KEYS } from './keys';
import './keys-sheet.css';

/** All keys, in a dialog that is open as long as it is drawn. The browser closes it with Escape. */
export function KeysSheet({ onClose }: { onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="keys-sheet" aria-labelledby="keys-title" onClose={onClose}>
      <header>
        <h2 id="keys-title">{i18n.t('views.keys')}</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          {i18n.t('keys.close')}
        </button>
      </header>
      <p>{i18n.t('keys.where')}</p>
      <dl>
        {Object.entries(KEYS).map(([action, keys]) => (
          <div key={action}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{i18n.t(`keys.${action as keyof typeof KEYS}`)}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
