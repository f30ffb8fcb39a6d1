import { i18n } from '@/components/browser/words';

const HF = 'https://huggingface.co/papers';
const ARXIV = 'https://arxiv.org/list/cs/recent';

/** Where papers come from: two listings, and what the person has already. */
export function Doors() {
  return (
    <nav class="doors" aria-label={i18n.t('welcome.doors')}>
      <h2>{i18n.t('welcome.doors')}</h2>
      <ul>
        <Door
          href={HF}
          title={i18n.t('welcome.door.huggingface')}
          hint={i18n.t('welcome.door.huggingfaceHint')}
        />
        <Door href={ARXIV} title={i18n.t('welcome.door.arxiv')} hint={i18n.t('welcome.door.arxivHint')} />
        <Door
          href="/library.html#/import"
          title={i18n.t('views.import')}
          hint={i18n.t('welcome.door.importHint')}
        />
      </ul>
    </nav>
  );
}

interface DoorProps {
  href: string;
  title: string;
  hint: string;
}

function Door({ href, title, hint }: DoorProps) {
  return (
    <li>
      <a href={href} target="_blank" rel="noreferrer noopener">
        <strong>{title}</strong>
        <span>{hint}</span>
      </a>
    </li>
  );
}
