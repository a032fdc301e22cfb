import { Part } from '../ui/part.svelte';

/** Loaded where rooms are chosen, which most breakouts are not. Named in `vite.config.ts`, too. */
export const choose = new Part('Choose', () => import('./Choose.svelte'));
