import { mount } from 'svelte';
import { startI18n } from '../i18n/start';
import type { FacilitatorActions, ParticipantActions } from '../live/views';
import '../ui/tokens.css';
import Panel from './Panel.svelte';

/** Until the records are read there is nothing to act on. */
const noActions = new Proxy({} as FacilitatorActions & ParticipantActions, {
  get: () => () => undefined,
});

await startI18n(undefined);
mount(Panel, {
  target: document.body,
  props: { view: { screen: 'loading' }, actions: noActions },
});
