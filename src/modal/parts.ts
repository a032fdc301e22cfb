/** Everything but the invitation, which must be there within a second: loaded when it is shown. */
import { Part } from '../ui/part.svelte';
import type { ModalPartName } from './part-names';

export const parts = {
  Move: new Part('Move', () => import('./Move.svelte')),
  Choose: new Part('Choose', () => import('./Choose.svelte')),
  Told: new Part('Told', () => import('./Told.svelte')),
} satisfies Record<ModalPartName, Part<unknown>>;
