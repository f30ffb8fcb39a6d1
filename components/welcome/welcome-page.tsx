import { Pin, Puzzle } from 'lucide';
import { useMemo, useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { Icon } from '@/components/parts/icon';
import { Doors } from './doors';
import { KeepSample } from './keep-sample';
import { samplePaper } from './sample';
import { type MakeButton, SampleCard } from './sample-card';
import { SearchStep } from './search-step';
import { Step } from './step';
import { usePinned } from './use-pinned';
import './welcome-page.css';

interface WelcomePageProps {
  /** Makes the button that cards of listings get. */
  makeButton: MakeButton;
}

/** The page of the first run: three steps to try, and three doors to the first papers. */
export function WelcomePage({ makeButton }: WelcomePageProps) {
  const sample = useMemo(samplePaper, []);
  const pinned = usePinned();
  const [saidPinned, setSaidPinned] = useState(false);
  const [saved, setSaved] = useState(false);
  const [found, setFound] = useState(false);
  const steps = [pinned ?? saidPinned, saved || found, found];
  const done = steps.filter(Boolean).length;

  return (
    <main class="welcome">
      <h1>{i18n.t('welcome.title')}</h1>
      <p>{i18n.t('welcome.intro')}</p>
      <ol class="steps">
        <Step number={1} title={i18n.t('welcome.pin')} done={steps[0] === true}>
          <p>{i18n.t(import.meta.env.FIREFOX ? 'welcome.pinInFirefox' : 'welcome.pinInChrome')}</p>
          <div class={steps[0] ? 'bar' : 'bar moves'} aria-hidden="true">
            <span class="ours">
              <img src="/icon/32.png" alt="" width="16" height="16" />
            </span>
            <Icon of={Puzzle} />
            <span class="pin">
              <Icon of={Pin} />
            </span>
          </div>
          {pinned === undefined && !saidPinned && (
            <button type="button" onClick={() => setSaidPinned(true)}>
              {i18n.t('welcome.pinned')}
            </button>
          )}
        </Step>
        <Step number={2} title={i18n.t('welcome.save')} done={steps[1] === true}>
          <p>{i18n.t('welcome.saveHint')}</p>
          <SampleCard
            sample={sample}
            saved={saved}
            makeButton={makeButton}
            onPress={() => setSaved((before) => !before)}
          />
        </Step>
        <Step number={3} title={i18n.t('welcome.search')} done={found}>
          <SearchStep sample={sample} saved={saved} onFound={() => setFound(true)} />
          {found && saved && <KeepSample sample={sample} />}
        </Step>
      </ol>
      <p role="status" class="told">
        {i18n.t('welcome.steps', [done, steps.length])}
      </p>
      <Doors />
      <p>{i18n.t('welcome.privacy')}</p>
    </main>
  );
}
