import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { copyText } from '@/components/browser/clipboard';
import { download } from '@/components/browser/download';
import { chooseOptions, options } from '@/components/browser/options';
import { READABLE } from '@/components/browser/readable';
import { i18n, percent } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import type { Exported } from '@/components/desk/store';
import { useOnce } from '@/components/hooks/use-once';
import { STYLE_NAMES } from '@/components/paper/style-names';
import { CheckedField } from '@/components/parts/checked-field';
import { textOfPapers } from '@/storage/export/export-papers';
import { failureCode } from '@/storage/failure';
import { EXPORT_FORMATS } from '@/utils/formats';
import type { Format } from '@/utils/formats/parts/format';
import { type ExportRequest, usualRequest } from '@/utils/formats/parts/request';
import { CHOICES, type Options } from '@/utils/options';
import { isKeyPattern, KEY_PARTS } from '@/utils/paper/key-pattern';
import { papersOf, useExported } from './use-exported';
import { useLacking } from './use-lacking';
import { useWriting } from './use-writing';
import './export-dialog.css';

/** What a pattern of keys is made of, as it is typed. */
const PARTS = KEY_PARTS.map((part) => `{${part}}`).join(', ');

const OWN = { all: 'all', 'no notes': 'noNotes', nothing: 'nothing' } as const;

/** What is exported, how, and a look at the first entries. It is open as long as it is drawn. */
export function ExportDialog() {
  const { db, store } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  const [request, setRequest] = useState<ExportRequest>(() =>
    usualRequest(EXPORT_FORMATS[0] as Format, options.value.citationStyle),
  );
  const exported = useExported();
  const what: Exported = exported[store.exporting.value ?? 'library']
    ? (store.exporting.value ?? 'library')
    : 'library';
  const [other, setOther] = useState<File>();
  const asked = exported[what];
  const lacking = useLacking(other, asked?.ids, `${what} ${asked?.total}`);
  const papers = other ? papersOf(lacking) : asked;
  const writing = useWriting();
  const format = EXPORT_FORMATS.find(({ id }) => id === request.format);
  const { keyPattern } = options.value;
  useLayoutEffect(() => dialog.current?.showModal(), []);

  const first = useOnce(async () => papers?.first(), [what, papers?.total, lacking]);
  const shown = useOnce(
    async () =>
      first && {
        text: await textOfPapers(db, { ...request, ids: first }, keyPattern, new Date().toISOString()),
      },
    [first, request, keyPattern],
  );
  const { total = 0 } = papers ?? {};
  const tooMany = format?.most !== undefined && total > format.most;
  const cannot = total === 0 || tooMany || writing.share !== undefined;
  const whole = async (): Promise<ExportRequest> => ({ ...request, ids: await papers?.ids() });

  async function save() {
    const written = await writing.write(whole);
    if (!written) return;
    const { file, papers: count } = written;
    await download(file).then(
      () => writing.tell(i18n.t('export.written', count, [`${count}`, file.name])),
      (error) => writing.tell(i18n.t(`failure.${failureCode(error)}`)),
    );
  }

  async function copy() {
    const plain = await writing.write(whole);
    if (!plain) return;
    const rich = format?.styled && (await writing.write(async () => ({ ...(await whole()), rich: true })));
    try {
      await copyText(await plain.file.text(), rich && (await rich.file.text()));
      writing.tell(i18n.t('export.copied', plain.papers));
    } catch {
      writing.tell(i18n.t('done.notCopied'));
    }
  }

  return (
    <dialog
      ref={dialog}
      class="export"
      aria-labelledby="export-title"
      onClose={() => {
        writing.cancel();
        store.exporting.value = undefined;
      }}
    >
      <header>
        <h2 id="export-title">{i18n.t('export.title')}</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          {i18n.t('export.close')}
        </button>
      </header>
      <fieldset>
        <legend>{i18n.t('export.what')}</legend>
        {(['selection', 'results', 'library'] as const).map((one) => {
          const some = exported[one];
          return (
            some && (
              <label class="tick" key={one}>
                <input
                  type="radio"
                  name="export-what"
                  checked={one === what}
                  onChange={() => {
                    store.exporting.value = one;
                  }}
                />
                {i18n.t(`export.${one}`, some.total)}
              </label>
            )
          );
        })}
      </fieldset>
      <div class="export-choices">
        <label>
          {i18n.t('export.format')}
          <select
            value={request.format}
            onChange={({ currentTarget }) => {
              const next = EXPORT_FORMATS.find(({ id }) => id === currentTarget.value);
              if (next) setRequest(usualRequest(next, options.value.citationStyle));
            }}
          >
            {EXPORT_FORMATS.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {!format?.styled && (
          <label>
            {i18n.t('export.own')}
            <select
              value={request.own}
              onChange={({ currentTarget }) =>
                setRequest({ ...request, own: currentTarget.value as ExportRequest['own'] })
              }
            >
              {Object.entries(OWN).map(([own, word]) => (
                <option key={own} value={own}>
                  {i18n.t(`export.owns.${word}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        {format?.styled && (
          <label>
            {i18n.t('export.style')}
            <select
              value={request.style}
              onChange={({ currentTarget }) => {
                const citationStyle = currentTarget.value as Options['citationStyle'];
                chooseOptions({ citationStyle });
                setRequest({ ...request, style: citationStyle });
              }}
            >
              {CHOICES.citationStyle.map((style) => (
                <option key={style} value={style}>
                  {STYLE_NAMES[style]}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {format?.ascii && (
        <label class="tick">
          <input
            type="checkbox"
            checked={request.ascii}
            onChange={({ currentTarget }) => setRequest({ ...request, ascii: currentTarget.checked })}
          />
          {i18n.t('export.ascii')}
        </label>
      )}
      {format?.keyed && (
        <CheckedField
          label={i18n.t('export.keys')}
          value={keyPattern}
          holds={isKeyPattern}
          hint={i18n.t('export.keysHint', [PARTS])}
          wrong={i18n.t('export.keysWrong', [PARTS])}
          onChoose={(pattern) => chooseOptions({ keyPattern: pattern })}
        />
      )}
      <label class="export-lacking">
        {i18n.t('export.lacking')}
        <input
          type="file"
          accept={READABLE.join(',')}
          onChange={({ currentTarget }) => setOther(currentTarget.files?.[0])}
        />
        <small>{i18n.t('export.lackingHint')}</small>
      </label>
      <h3>{i18n.t('export.preview')}</h3>
      {shown && shown.text === undefined ? (
        <p>{i18n.t('export.noPreview')}</p>
      ) : (
        <textarea
          readOnly
          rows={8}
          aria-label={i18n.t('export.preview')}
          value={shown?.text?.slice(0, 4000) ?? ''}
        />
      )}
      <footer>
        <p role="status">
          {tooMany
            ? i18n.t('export.tooMany', [`${format?.most?.toLocaleString('en')}`])
            : other && lacking && 'failure' in lacking
              ? i18n.t(`failure.${lacking.failure}`)
              : lacking && 'share' in lacking
                ? i18n.t('export.comparing', [percent(lacking.share)])
                : papers && total === 0
                  ? i18n.t(other ? 'export.lacksNone' : 'export.none')
                  : writing.words || (other && papers ? i18n.t('export.lacks', total) : '')}
        </p>
        {writing.share === undefined ? (
          <>
            <button type="button" disabled={cannot || shown?.text === undefined} onClick={() => void copy()}>
              {i18n.t('export.copy')}
            </button>
            <button type="button" class="primary" disabled={cannot} onClick={() => void save()}>
              {i18n.t('export.download')}
            </button>
          </>
        ) : (
          <button type="button" onClick={writing.cancel}>
            {i18n.t('export.cancel')}
          </button>
        )}
      </footer>
    </dialog>
  );
}
