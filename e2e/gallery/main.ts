/**
 * Every screen without a board, for looking at: `npx vite e2e/gallery -c vite.config.ts`, then `/index.html?screen=F2-open`,
 * and `&lang=ja_JP`, `&press=More` (presses the controls of these names, one after the other).
 * Without a screen it lists them all.
 */
import { mount } from 'svelte';
import { startI18n } from '../../src/i18n/start';
import type { FacilitatorActions, ModalActions, ParticipantActions } from '../../src/live/views';
import Modal from '../../src/modal/Modal.svelte';
import { loadAhead } from '../../src/panel/load-ahead';
import Panel from '../../src/panel/Panel.svelte';
import '../../src/ui/tokens.css';
import { screens } from './screens';

const wanted = new URLSearchParams(location.search);
const lang = wanted.get('lang') ?? 'en';
const name = wanted.get('screen') ?? '';
const { panels, modals } = screens[lang.startsWith('ja') ? 'japanese' : 'latin'];

/** Nothing happens here; the page's `data-did` says what would have. */
// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- forty methods that all do the same
const actions = new Proxy({} as FacilitatorActions & ParticipantActions & ModalActions, {
  get: (_, action) => () => {
    document.documentElement.dataset['did'] = String(action);
  },
});

await startI18n(lang);
const panel = panels[name];
const modal = modals[name];
if (panel !== undefined) {
  mount(Panel, { target: document.body, props: { view: panel, actions, onshown: loadAhead } });
} else if (modal !== undefined) {
  mount(Modal, { target: document.body, props: { view: modal, actions } });
} else {
  for (const key of [...Object.keys(panels), ...Object.keys(modals)]) {
    const link = document.createElement('a');
    link.href = `?screen=${key}&lang=${lang}`;
    link.textContent = key;
    document.body.append(link, document.createElement('br'));
  }
}

/** Screens come as chunks, so a control may take a moment to appear. */
async function control(label: string): Promise<HTMLElement | undefined> {
  for (let tries = 0; tries < 40; tries += 1) {
    const found = [
      ...document.querySelectorAll<HTMLElement>('button, [role="menuitem"], input'),
    ].find(
      (element) =>
        element.checkVisibility() &&
        (element.getAttribute('aria-label') ?? element.textContent).trim().startsWith(label),
    );
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return undefined;
}

for (const label of (wanted.get('press') ?? '').split('|').filter((part) => part !== '')) {
  (await control(label))?.click();
}
document.documentElement.dataset['ready'] = 'yes';
