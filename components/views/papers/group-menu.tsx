import { ChevronDown, Rows3 } from 'lucide';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { keepGroup } from '@/components/desk/open-store';
import { Icon } from '@/components/parts/icon';
import { Menu } from '@/components/parts/menu';
import { GROUPS } from '@/utils/query/query-tree';

/** What the list is grouped by. The order of the list holds within each group. */
export function GroupMenu() {
  const { group } = useDesk().store;
  return (
    <Menu
      class={`quiet ${group.value ? 'on' : ''}`}
      label={i18n.t('groups.label')}
      heading={i18n.t('groups.label')}
      items={() =>
        (['none', ...GROUPS] as const).map((by) => ({
          name: i18n.t(`groups.by.${by}`),
          checked: (group.value ?? 'none') === by,
          onChoose() {
            group.value = by === 'none' ? undefined : by;
            keepGroup(group.value);
          },
        }))
      }
    >
      <Icon of={Rows3} />
      <Icon of={ChevronDown} />
    </Menu>
  );
}
