// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { keepFocus } from './keep-focus';

let stop: (() => void) | void;
afterEach(() => stop?.());

function page(): HTMLElement {
  document.body.innerHTML = `<main><h1 data-focus-home tabindex="-1">Rooms</h1>
    <ul><li id="a"><button>A</button></li><li id="b"><button>B</button></li></ul>
    <section id="s"><button>S</button></section></main>`;
  const main = document.querySelector('main');
  if (main === null) throw new Error('no main');
  stop = keepFocus(main);
  return main;
}

const focus = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus();
const remove = async (selector: string): Promise<void> => {
  document.querySelector(selector)?.remove();
  await new Promise((resolve) => setTimeout(resolve));
};
const focused = (): string | null | undefined => document.activeElement?.textContent;

test('a removed row hands the focus to the next one, the last to the one before', async () => {
  page();
  focus('#a button');
  await remove('#a');
  expect(focused()).toBe('B');
  await remove('#b');
  expect(focused()).toBe('Rooms');
});

test('what is in no list hands it to the heading', async () => {
  page();
  focus('#s button');
  await remove('#s');
  expect(focused()).toBe('Rooms');
});

test('nobody who looks elsewhere is pulled in', async () => {
  page();
  focus('#a button');
  document.querySelector<HTMLElement>('#a button')?.blur();
  await new Promise((resolve) => setTimeout(resolve));
  await remove('#a');
  expect(document.activeElement).toBe(document.body);
});

test('a browser that takes the focus away before it removes what had it is one, too', async () => {
  page();
  focus('#a button');
  document.querySelector<HTMLElement>('#a button')?.blur();
  await remove('#a');
  expect(focused()).toBe('B');
});
