import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { OffprintDatabase } from '@/storage/database';
import { FORMATS } from '@/utils/formats';
import { ImportSteps } from './import-steps';
import { useImport } from './use-import';
import './import-view.css';

interface ImportViewProps {
  db: OffprintDatabase;
  /** Takes an import back. */
  onUndo(entry: number): void;
}

const READABLE = [
  ...FORMATS.filter(({ read }) => read).map(({ extension }) => `.${extension}`),
  '.html',
  '.htm',
];

/** Choose a file or paste text, look at what it would bring, import it. */
export function ImportView({ db, onUndo }: ImportViewProps) {
  const running = useImport(db);
  if (running.state.step === 'choose') return <Choose onFile={(file) => running.read({ file })} />;
  return <ImportSteps {...running} confirmWords="import.confirm" onUndo={onUndo} onAgain={running.cancel} />;
}

function Choose({ onFile }: { onFile(file: Blob): void }) {
  const [text, setText] = useState('');
  return (
    <section class="import">
      <p>{i18n.t('import.intro')}</p>
      <label>
        <span>{i18n.t('import.file')}</span>
        <input
          type="file"
          accept={READABLE.join(',')}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) onFile(file);
          }}
        />
      </label>
      <label>
        <span>{i18n.t('import.paste')}</span>
        <textarea rows={5} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <div class="row">
        <button type="button" disabled={text.trim() === ''} onClick={() => onFile(new Blob([text]))}>
          {i18n.t('import.readText')}
        </button>
      </div>
    </section>
  );
}
