import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { useSelection } from '@/components/desk/use-selection';
import { titleOf } from '@/components/paper/paper-words';
import type { Paper } from '@/utils/paper/schema';

/** Whether a paper is selected. It stands in the place of the star while papers are being selected. */
export function SelectBox({ paper }: { paper: Paper }) {
  const { store } = useDesk();
  const select = useSelection();
  return (
    <label class="mark select-box">
      <input
        type="checkbox"
        aria-label={i18n.t('select.one', [titleOf(paper)])}
        tabIndex={-1}
        checked={store.selection.value?.ids.has(paper.id) ?? false}
        onClick={(event) => {
          // A press with Shift is about a range; the box follows what is selected.
          event.preventDefault();
          if (event.shiftKey) void select.rangeTo(paper.id);
          else select.toggle(paper.id);
        }}
      />
    </label>
  );
}
