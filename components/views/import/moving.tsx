import { i18n } from '@/components/browser/words';

/** Programs that people come from, by their proper names. */
const PEERS = [
  { id: 'zotero', name: 'Zotero' },
  { id: 'mendeley', name: 'Mendeley' },
  { id: 'paperpile', name: 'Paperpile' },
  { id: 'papermemory', name: 'PaperMemory' },
  { id: 'scholar', name: 'Google Scholar' },
  { id: 'clipper', name: 'Obsidian Web Clipper' },
  { id: 'offprint', name: 'Offprint' },
] as const;

/** How to get one's papers out of other programs, so that they can be brought here. */
export function Moving() {
  return (
    <details>
      <summary>{i18n.t('import.moving')}</summary>
      <dl class="moving">
        {PEERS.map(({ id, name }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{i18n.t(`import.from.${id}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
