/**
 * Every part of the panel that is loaded when it is needed, or ahead of that: its component, and
 * the words of the chunk with that component's name (`words-in-use.ts`).
 */
import type { WordFile } from '../i18n/start';
import { Part } from './part.svelte';

export const parts = {
  Unclaimed: new Part(
    () => import('./facilitator/Unclaimed.svelte'),
    import.meta.glob<WordFile>('../../locales/*.json', { query: '?Unclaimed' }),
  ),
  Facilitator: new Part(
    () => import('./facilitator/Facilitator.svelte'),
    import.meta.glob<WordFile>('../../locales/*.json', { query: '?Facilitator' }),
  ),
  First: new Part(
    () => import('./facilitator/prepare/First.svelte'),
    import.meta.glob<WordFile>('../../locales/*.json', { query: '?First' }),
  ),
  Prepare: new Part(
    () => import('./facilitator/prepare/Prepare.svelte'),
    import.meta.glob<WordFile>('../../locales/*.json', { query: '?Prepare' }),
  ),
  Opening: new Part(
    () => import('./facilitator/opening/Opening.svelte'),
    import.meta.glob<WordFile>('../../locales/*.json', { query: '?Opening' }),
  ),
  Open: new Part(
    () => import('./facilitator/open/Open.svelte'),
    import.meta.glob<WordFile>('../../locales/*.json', { query: '?Open' }),
  ),
  Closing: new Part(
    () => import('./facilitator/closing/Closing.svelte'),
    import.meta.glob<WordFile>('../../locales/*.json', { query: '?Closing' }),
  ),
  After: new Part(
    () => import('./facilitator/after/After.svelte'),
    import.meta.glob<WordFile>('../../locales/*.json', { query: '?After' }),
  ),
  Participant: new Part(
    () => import('./participant/Participant.svelte'),
    import.meta.glob<WordFile>('../../locales/*.json', { query: '?Participant' }),
  ),
  LevelOf: new Part(
    () => import('./facilitator/LevelOf.svelte'),
    import.meta.glob<WordFile>('../../locales/*.json', { query: '?LevelOf' }),
  ),
  Announcements: new Part(
    () => import('./Announcements.svelte'),
    import.meta.glob<WordFile>('../../locales/*.json', { query: '?Announcements' }),
  ),
};
