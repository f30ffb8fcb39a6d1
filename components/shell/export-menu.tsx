import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { EXPORT_FORMATS } from '@/utils/formats';
import type { ExportFormat } from '@/utils/formats/format';
import './export-menu.css';

interface ExportMenuProps {
  onExport(format: ExportFormat | 'backup'): Promise<void>;
}

/** The button "Export" with an item per format, by the menu-button pattern (https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/). */
export function ExportMenu({ onExport }: ExportMenuProps) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const close = (event: Event) => root.current?.contains(event.target as Node) || setOpen(false);
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, [open]);

  async function choose(format: ExportFormat | 'backup') {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
    setBusy(true);
    await onExport(format).finally(() => setBusy(false));
  }

  function move(event: KeyboardEvent) {
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = items.indexOf(document.activeElement as HTMLElement) + step;
    if (step !== 0) items.at(next % items.length)?.focus();
    else if (event.key === 'Escape') {
      setOpen(false);
      root.current?.querySelector('button')?.focus();
    } else {
      if (event.key === 'Tab') setOpen(false);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div class="export" ref={root}>
      <button
        type="button"
        class="quiet"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        aria-busy={busy}
        onClick={() => setOpen(!open)}
      >
        {i18n.t('panel.export')}
      </button>
      {open && (
        <div role="menu" id={id} class="menu appear" onKeyDown={move}>
          <p role="presentation">{i18n.t('panel.exportWhole')}</p>
          {EXPORT_FORMATS.map((format) => (
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              key={format.id}
              onClick={() => choose(format)}
            >
              {format.name}
            </button>
          ))}
          <button type="button" role="menuitem" tabIndex={-1} onClick={() => choose('backup')}>
            {i18n.t('panel.backup')}
          </button>
        </div>
      )}
    </div>
  );
}
