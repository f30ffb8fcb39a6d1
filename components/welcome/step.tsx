import { Check } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { Icon } from '@/components/parts/icon';

interface StepProps {
  number: number;
  title: string;
  done: boolean;
  children: ComponentChildren;
}

/** One of the three steps. It ticks itself off. */
export function Step({ number, title, done, children }: StepProps) {
  const id = useId();
  return (
    <li class={done ? 'step done' : 'step'} aria-labelledby={id}>
      <span class="mark" aria-hidden="true">
        {done ? <Icon of={Check} /> : number}
      </span>
      <div>
        <h2 id={id}>
          {title}
          {done && <span class="unseen"> {i18n.t('welcome.done')}</span>}
        </h2>
        {children}
      </div>
    </li>
  );
}
