import { i18n } from '@/components/browser/words';
import type { ImportPlan } from '@/storage/import/reader';
import { FORMATS } from '@/utils/formats';

type Report = ImportPlan['files'][number];

/** What became of each of several files; of a single one only what went wrong. */
export function ImportFiles({ files }: { files: ImportPlan['files'] }) {
  const [only, ...others] = files;
  if (others.length === 0) return only?.problem ? <p class="failure">{problemWords(only.problem)}</p> : null;
  const bad = files.filter(({ problem }) => problem);
  return (
    <details open={bad.length > 0}>
      <summary>
        {i18n.t('import.files', files.length)}
        {bad.length > 0 && ` · ${i18n.t('import.filesBad', bad.length)}`}
      </summary>
      <ul>
        {[...bad, ...files.filter(({ problem }) => !problem)].slice(0, MOST).map((file) => (
          <li dir="auto">{fileWords(file)}</li>
        ))}
        {files.length > MOST && <li>{i18n.t('import.more', [files.length - MOST])}</li>}
      </ul>
    </details>
  );
}

/** Files that are listed. */
const MOST = 100;

function fileWords({ name, format, papers, problem }: Report): string {
  const kind = FORMATS.find(({ id }) => id === format)?.name;
  const count = i18n.t('import.found', papers);
  const words = [
    kind,
    ...(problem ? [problemWords(problem)] : []),
    ...(papers > 0 || !problem ? [count] : []),
  ];
  return `${name}: ${words.filter(Boolean).join(' · ')}`;
}

function problemWords(problem: NonNullable<Report['problem']>): string {
  return i18n.t(`import.problem.${problem}`);
}
