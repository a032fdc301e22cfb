import type { Json, PageSlot, WorldApi } from './api';
import { optionalAmount, text, type JsonObject } from './args';
import type { Command, CommandTable } from './commands';
import type { Core } from './core';
import { cut } from './links';
import type { Link, Slot, Tab } from './model';
import { sentences } from './sentences';

/** D:websdk-reference-ui. */
export const MODAL_LOAD_MS = 10_000;
export const DEFAULT_MODAL = { width: 800, height: 600 } as const;
/** Where a panel needs a click (dialect), how long ago it may have been. */
const CLICK_COUNTS_MS = 5_000;

type SlotListener = Parameters<WorldApi['onSlot']>[0];
type Place = 'panel' | 'modal';

export interface Slots {
  readonly commands: CommandTable;
  find(id: string): Slot | undefined;
  /** The app's page at `sdkUri` (here: the empty address) starts if the user has agreed to the app. */
  startBackground(tab: Tab): void;
  close(tab: Tab, place: Place, result?: Json): void;
  /** All pages of a tab die at once; nobody is told of results. */
  clear(tab: Tab): void;
  listen(listener: SlotListener): () => void;
}

export function createSlots(core: Core): Slots {
  const listeners = new Set<SlotListener>();
  const slots = new Map<string, Slot>();

  function tell(slot: Slot, open: boolean): void {
    core.changes.tab(slot.tab.id);
    for (const listener of [...listeners]) listener({ tab: slot.tab.id, slot: slot.page, open });
  }
  function put(tab: Tab, page: Omit<PageSlot, 'id'>, data?: Json): Slot {
    const slot: Slot = {
      page: { id: core.ids.named(page.surface), ...page },
      tab,
      data,
      link: null,
      whenLoaded: [],
      whenClosed: [],
    };
    slots.set(slot.page.id, slot);
    tab.slots[page.surface] = slot;
    tell(slot, true);
    return slot;
  }
  function drop(slot: Slot): void {
    const { tab, page } = slot;
    if (!slots.delete(page.id)) return;
    if (tab.slots[page.surface] === slot) tab.slots[page.surface] = null;
    if (slot.link) cut(core, slot.link);
    tell(slot, false);
  }
  function close(tab: Tab, place: Place, result?: Json): void {
    const slot = tab.slots[place];
    if (!slot) return;
    tab.results.set(slot.page.id, result);
    drop(slot);
    for (const closed of slot.whenClosed.splice(0)) closed(result);
  }

  const isModalFree = (tab: Tab): boolean =>
    tab.slots.modal === null &&
    !tab.foreignWindow &&
    !(core.dialect.inviteTakesModal && tab.invitation !== null);
  const mayOpenPanel = ({ surface, tab }: Link): boolean =>
    core.dialect.panelWithoutClick ||
    surface !== 'background' ||
    core.clock.now() - tab.lastIconClickAt <= CLICK_COUNTS_MS;

  function openPanel(link: Link, args: JsonObject): Json {
    if (!mayOpenPanel(link)) throw new Error(sentences.panelNeedsClick());
    close(link.tab, 'panel');
    link.tab.pinned = false;
    const page = { surface: 'panel', url: text(args, 'url') } as const;
    return { id: put(link.tab, page, args['data']).page.id };
  }
  /**
   * D:websdk-reference-ui: a second modal "is not shown", without an error. It counts here as one
   * that was closed at once: the call resolves, and so does `waitForClose`, with `undefined`.
   */
  function openModal({ tab }: Link, args: JsonObject): Json | Promise<Json> {
    if (!isModalFree(tab)) return { id: 'not-shown' };
    const slot = put(
      tab,
      {
        surface: 'modal',
        url: text(args, 'url'),
        width: optionalAmount(args, 'width') ?? DEFAULT_MODAL.width,
        height: optionalAmount(args, 'height') ?? DEFAULT_MODAL.height,
        fullscreen: args['fullscreen'] === true,
      },
      args['data'],
    );
    const answer = { id: slot.page.id };
    // Whoever loads pages may have done so at once.
    if (slot.link) return answer;
    return new Promise((resolve, reject) => {
      const cancel = core.clock.after(MODAL_LOAD_MS, () => {
        drop(slot);
        reject(new Error(sentences.modalLoad()));
      });
      const shown = (): void => {
        cancel();
        resolve(answer);
      };
      slot.whenLoaded.push(shown);
      slot.whenClosed.push(shown);
    });
  }
  function whenClosed({ tab }: Link, args: JsonObject): Promise<Json | undefined> {
    const id = text(args, 'id');
    const slot = slots.get(id);
    if (!slot) return Promise.resolve(tab.results.get(id));
    return new Promise((resolve) => slot.whenClosed.push(resolve));
  }
  function closeByApp(link: Link, place: Place, args: JsonObject): void {
    const refused =
      place === 'modal' && link.surface === 'background' && !core.dialect.backgroundMayCloseModal;
    if (!link.tab.slots[place] || refused) throw new Error(sentences.notYourPage(place));
    close(link.tab, place, args['result']);
  }
  const local = (run: Command['run']): Command => ({ local: true, run });

  return {
    find: (id) => slots.get(id),
    close,
    startBackground(tab) {
      if (tab.user.authorised && !tab.slots.background)
        put(tab, { surface: 'background', url: '' });
    },
    clear(tab) {
      for (const slot of Object.values(tab.slots)) if (slot) drop(slot);
      tab.results.clear();
    },
    listen(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    commands: {
      UI_OPEN_PANEL: local(openPanel),
      UI_CAN_OPEN_PANEL: local((link) => link.tab.slots.panel === null && mayOpenPanel(link)),
      UI_GET_PANEL_DATA: local(({ tab }) => tab.slots.panel?.data),
      UI_WAIT_FOR_PANEL_CLOSE: local(whenClosed),
      UI_CLOSE_PANEL: local((link, args) => closeByApp(link, 'panel', args)),
      UI_OPEN_MODAL: local(openModal),
      UI_CAN_OPEN_MODAL: local(({ tab }) => isModalFree(tab)),
      UI_GET_MODAL_DATA: local(({ tab }) => tab.slots.modal?.data),
      UI_WAIT_FOR_MODAL_CLOSE: local(whenClosed),
      UI_CLOSE_MODAL: local((link, args) => closeByApp(link, 'modal', args)),
    },
  };
}
