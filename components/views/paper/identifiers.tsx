import { Copy } from 'lucide';
import { useId } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { Icon } from '@/components/parts/icon';
import { identifierTexts } from '@/utils/paper/identifiers';
import type { Paper } from '@/utils/paper/schema';
import './sections.css';

/** The paper's identifiers, each to be copied. */
export function Identifiers({ paper }: { paper: Paper }) {
  const { commands } = useDesk();
  const heading = useId();
  const names = identifierTexts(paper.identifiers);
  if (names.length === 0) return null;
  return (
    <section class="below">
      <h3 id={heading}>{i18n.t('field.identifiers')}</h3>
      <ul aria-labelledby={heading}>
        {names.map((name) => (
          <li class="identifier-line" key={name}>
            <code>{name}</code>
            <button
              type="button"
              class="mark"
              aria-label={i18n.t('paperPage.copy', [name])}
              title={i18n.t('paperPage.copy', [name])}
              onClick={() => void commands.copy(name)}
            >
              <Icon of={Copy} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
