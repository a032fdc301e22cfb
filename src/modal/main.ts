import { mount } from 'svelte';
import { startI18n } from '../i18n/start';
import '../ui/tokens.css';
import Modal from './Modal.svelte';

const nothing = (): void => undefined;

await startI18n(undefined);
mount(Modal, {
  target: document.body,
  props: {
    view: { screen: 'loading' },
    actions: { join: nothing, notNow: nothing, notThisTime: nothing },
  },
});
