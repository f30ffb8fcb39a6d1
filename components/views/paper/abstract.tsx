import { i18n } from '@/components/browser/words';
import type { Paper } from '@/utils/paper/schema';
import { drawTex } from '@/utils/text/draw-tex';

/** The whole abstract, in lines of some 62 characters. */
export function Abstract({ paper: { abstract } }: { paper: Paper }) {
  if (!abstract) return null;
  return (
    <section class="abstract">
      <h3>{i18n.t('field.abstract')}</h3>
      {abstract.split(/\n{2,}/).map((paragraph, place) => (
        <p key={place} dir="auto">
          {drawTex(paragraph)}
        </p>
      ))}
    </section>
  );
}
