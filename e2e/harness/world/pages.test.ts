import { describe, expect, test } from 'vitest';
import { createBench } from './bench';

const LOAD_MS = 10_000;

describe('where the pages of the app live', () => {
  test('D:app-panels-and-modals: the background runs for a user who has authorised the app', () => {
    const { join } = createBench();
    expect(join({ name: 'Ana' }).has('background')).toBe(true);
    expect(join({ name: 'Cho', authorised: false }).has('background')).toBe(false);
  });

  test('D:websdk-reference-events: two tabs of one user are two instances of the app', () => {
    const { join, world } = createBench();
    const ana = join({ name: 'Ana' });
    const second = ana.secondTab();
    expect(second.miro()).not.toBe(ana.miro());
    world.closeTab(second.tab);
    expect(second.has('background')).toBe(false);
    expect(ana.has('background')).toBe(true);
  });

  test('D:add-permission-scopes-to-your-app: the first click on the icon asks for consent', async () => {
    const { join, world, clock } = createBench();
    const cho = join({ name: 'Cho', authorised: false });
    world.clickIcon(cho.tab);
    expect(cho.view().consent).toBe(true);
    world.answerConsent(cho.tab, false);
    expect(cho.view().consent).toBe(false);
    expect(cho.has('background')).toBe(false);

    world.clickIcon(cho.tab);
    world.answerConsent(cho.tab, true);
    expect(cho.view().consent).toBe(false);
    expect(world.board().users[0]?.authorised).toBe(true);
    void cho.miro().board.ui.on('icon:click', () => void cho.heard().push('click'));
    await clock.advance(10);
    expect(cho.heard()).toEqual(['click']);
  });

  test('consent starts the background in all tabs of that user, and its withdrawal ends it', () => {
    const { join, world } = createBench();
    const cho = join({ name: 'Cho', authorised: false });
    const second = cho.secondTab();
    world.updateUser(cho.id, { authorised: true });
    expect([cho.has('background'), second.has('background')]).toEqual([true, true]);
    world.updateUser(cho.id, { authorised: false });
    expect([cho.has('background'), second.has('background')]).toEqual([false, false]);
  });

  test('an icon click waits for the page to listen, and is told once', async () => {
    const { join, world, clock } = createBench();
    const ana = join({ name: 'Ana' });
    world.clickIcon(ana.tab);
    await clock.advance(500);
    const { ui } = ana.miro().board;
    const note = (): void => void ana.heard().push('click');
    void ui.on('icon:click', note);
    await clock.advance(10);
    void ui.off('icon:click', note);
    void ui.on('icon:click', note);
    await clock.advance(10);
    expect(ana.heard()).toEqual(['click']);
  });

  test('a reload ends every page of the tab and starts the background anew', async () => {
    const { join, world, run } = createBench();
    const ana = join({ name: 'Ana' });
    const before = ana.miro();
    await run(before.board.ui.openModal({ url: 'modal.html' }));
    world.reloadTab(ana.tab);
    expect(ana.miro()).not.toBe(before);
    expect(ana.view()).toMatchObject({ id: ana.tab, modal: null, panel: null });
  });

  test('a page cannot come into a place that has gone', async () => {
    const { join, world, run } = createBench();
    const ana = join({ name: 'Ana' });
    await run(ana.miro().board.ui.openModal({ url: 'modal.html' }));
    const place = ana.view().modal?.id ?? '';
    world.closeModal(ana.tab);
    expect(() => world.attach(place)).toThrow('is gone');
  });

  test('D:websdk-reference-ui: a modal that has not loaded after 10 s is given up', async () => {
    const { join, clock } = createBench({ loads: (surface) => surface !== 'modal' });
    const ana = join({ name: 'Ana' });
    let failure = '';
    ana
      .miro()
      .board.ui.openModal({ url: 'modal.html' })
      .catch((error: unknown) => {
        failure = String(error);
      });
    await clock.advance(LOAD_MS - 1);
    expect(failure).toBe('');
    expect(ana.view().modal).not.toBeNull();
    await clock.advance(10);
    expect(failure).toContain('did not load');
    expect(ana.view().modal).toBeNull();
  });

  test('D:websdk-reference-ui: a modal is 800 × 600 by default, and as large as asked', async () => {
    const { join, world, run } = createBench();
    const ana = join({ name: 'Ana' });
    const { ui } = ana.miro().board;
    await run(ui.openModal({ url: 'modal.html' }));
    expect(ana.view().modal).toMatchObject({ width: 800, height: 600, fullscreen: false });
    world.closeModal(ana.tab);
    await run(ui.openModal({ url: 'modal.html?x=1', width: 400, height: 300 }));
    expect(ana.view().modal).toMatchObject({ url: 'modal.html?x=1', width: 400, height: 300 });
  });

  test('waitForClose that is asked late still gives the result', async () => {
    const { join, run, clock } = createBench();
    const ana = join({ name: 'Ana' });
    const modal = await run(ana.miro().board.ui.openModal<undefined, string>({ url: 'm' }));
    void ana.miro('modal').board.ui.closeModal('yes' as never);
    await clock.advance(100);
    expect(await run(modal.waitForClose())).toBe('yes');
  });

  test('a panel that is opened again replaces the one that is open', async () => {
    const { join, run } = createBench();
    const ana = join({ name: 'Ana' });
    const { ui } = ana.miro().board;
    const first = await run(ui.openPanel({ url: 'one.html' }));
    await run(ui.openPanel({ url: 'two.html' }));
    expect(await run(first.waitForClose())).toBeUndefined();
    expect(ana.view().panel?.url).toBe('two.html');
  });

  test('whoever loads pages is told of each place once, when it appears and when it goes', async () => {
    const { world, join, run } = createBench();
    const told: string[] = [];
    world.onSlot(({ slot, open }) => void told.push(`${open ? '+' : '-'}${slot.surface}`));
    const ana = join({ name: 'Ana' });
    await run(ana.miro().board.ui.openPanel({ url: 'panel.html' }));
    world.closePanel(ana.tab);
    world.closeTab(ana.tab);
    expect(told).toEqual(['+background', '+panel', '-panel', '-background']);
  });

  test('D:websdk-reference-ui: a window of another app is in the way, in its tab only', async () => {
    const { join, run, world } = createBench();
    const ana = join({ name: 'Ana' });
    const other = ana.secondTab();
    world.setForeignWindow(ana.tab, true);
    expect(await run(ana.miro().board.ui.canOpenModal())).toBe(false);
    await run(ana.miro().board.ui.openModal({ url: 'modal.html' }));
    expect(ana.has('modal')).toBe(false);
    expect(await run(other.miro().board.ui.canOpenModal())).toBe(true);
    world.setForeignWindow(ana.tab, false);
    await run(ana.miro().board.ui.openModal({ url: 'modal.html' }));
    expect(ana.has('modal')).toBe(true);
  });
});
