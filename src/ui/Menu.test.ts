// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import Menu from './Menu.svelte';

afterEach(cleanup);

const children = createRawSnippet(() => ({ render: () => '<i></i>' }));

function setUp() {
  const chosen = vi.fn();
  const items = ['Rename', 'Task', 'Remove'].map((label) => ({
    id: label,
    label,
    onselect: () => void chosen(label),
  }));
  const view = render(Menu, { label: 'Actions for Cedar', items, children });
  const trigger = screen.getByRole('button', { name: 'Actions for Cedar' });
  return { chosen, items, view, trigger };
}

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const focused = () => document.activeElement?.textContent.trim();

test('opens on its first entry, by arrow up on its last; Escape closes and returns the focus', async () => {
  const { trigger } = setUp();
  await fireEvent.click(trigger);
  await vi.waitFor(() => expect(focused()).toBe('Rename'));
  expect(trigger.getAttribute('aria-expanded')).toBe('true');
  await press('Escape');
  expect(document.activeElement).toBe(trigger);
  expect(screen.queryByRole('menu')).toBeNull();
  await press('ArrowUp');
  await vi.waitFor(() => expect(focused()).toBe('Remove'));
});

test('arrows, ends and letters move within the menu', async () => {
  const { trigger } = setUp();
  await fireEvent.click(trigger);
  await vi.waitFor(() => expect(focused()).toBe('Rename'));
  await press('ArrowDown');
  expect(focused()).toBe('Task');
  await press('End');
  expect(focused()).toBe('Remove');
  await press('t');
  expect(focused()).toBe('Task');
});

test('an entry is chosen once the focus is back on the button', async () => {
  const { trigger, chosen } = setUp();
  await fireEvent.click(trigger);
  await fireEvent.click(await screen.findByRole('menuitem', { name: 'Task' }));
  expect(chosen).toHaveBeenCalledExactlyOnceWith('Task');
  expect(document.activeElement).toBe(trigger);
});

test('an open menu and its focus outlive a new view', async () => {
  const { trigger, items, view } = setUp();
  await fireEvent.click(trigger);
  await vi.waitFor(() => expect(focused()).toBe('Rename'));
  await press('ArrowDown');
  await view.rerender({ items: items.map((item) => ({ ...item })) });
  expect(focused()).toBe('Task');
});

test('a press elsewhere closes it', async () => {
  const { trigger } = setUp();
  await fireEvent.click(trigger);
  await fireEvent.pointerDown(document.body);
  expect(screen.queryByRole('menu')).toBeNull();
});
