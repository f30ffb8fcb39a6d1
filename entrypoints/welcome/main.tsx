import '@/assets/base.css';
import { render } from 'preact';
import type { MakeButton } from '@/components/welcome/sample-card';
import { WelcomePage } from '@/components/welcome/welcome-page';
import { createSaveButton } from '../listing/buttons/save-button';

/** Our pages allow no `<style>` in them. */
function adopt(root: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
}

/** The card drawn here stays as it is, so nobody has to note what the button named when a press began. */
const makeButton: MakeButton = (press) => createSaveButton(document, { down() {}, press }, adopt);

const app = document.querySelector('#app');
if (app) render(<WelcomePage makeButton={makeButton} />, app);
