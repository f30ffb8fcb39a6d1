import { Upload } from 'lucide';
import { useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { Icon } from '@/components/parts/icon';
import { Menu } from '@/components/parts/menu';
import { EXPORT_FORMATS } from '@/utils/formats';
import type { Format } from '@/utils/formats/parts/format';

interface ExportMenuProps {
  onExport(format: Format | 'backup'): Promise<void>;
}

/** The button "Export" with an item per format. */
export function ExportMenu({ onExport }: ExportMenuProps) {
  const [busy, setBusy] = useState(false);

  async function choose(format: Format | 'backup') {
    setBusy(true);
    await onExport(format).finally(() => setBusy(false));
  }

  return (
    <Menu
      class="tool"
      label={i18n.t('panel.export')}
      busy={busy}
      heading={i18n.t('panel.exportWhole')}
      items={() => [
        ...EXPORT_FORMATS.map((format) => ({ name: format.name, onChoose: () => void choose(format) })),
        { name: i18n.t('panel.backup'), onChoose: () => void choose('backup') },
      ]}
    >
      <Icon of={Upload} />
    </Menu>
  );
}
