import { Upload } from 'lucide';
import { useState } from 'preact/hooks';
import { options } from '@/components/browser/options';
import { i18n } from '@/components/browser/words';
import { Icon } from '@/components/parts/icon';
import { Menu } from '@/components/parts/menu';
import { EXPORT_FORMATS } from '@/utils/formats';
import { type ExportRequest, usualRequest } from '@/utils/formats/parts/request';

interface ExportMenuProps {
  onExport(what: ExportRequest | 'backup'): Promise<void>;
  /** Opens the dialog, where more can be chosen. */
  onMore(): void;
}

/** The button "Export": an item per format, each of which downloads a file of the whole library at once. */
export function ExportMenu({ onExport, onMore }: ExportMenuProps) {
  const [busy, setBusy] = useState(false);

  async function choose(what: ExportRequest | 'backup') {
    setBusy(true);
    await onExport(what).finally(() => setBusy(false));
  }

  return (
    <Menu
      class="tool"
      label={i18n.t('panel.export')}
      busy={busy}
      heading={i18n.t('panel.exportWhole')}
      items={() => [
        ...EXPORT_FORMATS.map((format) => ({
          name: format.name,
          onChoose: () => void choose(usualRequest(format, options.value.citationStyle)),
        })),
        { name: i18n.t('panel.backup'), onChoose: () => void choose('backup') },
        {
          name: i18n.t('panel.share'),
          onChoose: () => void choose({ format: 'json', own: 'nothing', ascii: false }),
        },
        { name: i18n.t('panel.exportMore'), onChoose: onMore },
      ]}
    >
      <Icon of={Upload} />
    </Menu>
  );
}
