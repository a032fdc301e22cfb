// @vitest-environment happy-dom
/** [I10] [W3] On every screen a name is text, whatever it holds, and turns nothing round beside it. */
import { cleanup, render } from '@testing-library/svelte';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startI18n } from '../../src/i18n/start';
import type { FacilitatorActions, ModalActions, ParticipantActions } from '../../src/live/views';
import Modal from '../../src/modal/Modal.svelte';
import { parts as modalParts } from '../../src/modal/parts';
import Panel from '../../src/panel/Panel.svelte';
import { parts } from '../../src/panel/parts';
import { menuList } from '../../src/ui/menu-list.svelte';
import { screens } from './screens';

const NAMES: readonly (readonly [what: string, name: string])[] = [
  ['markup', `<img src=x onerror="hacked()"><script>hacked()</script>{name} '{' &lt;b&gt;`],
  ['signs that turn the direction of writing', '\u202eevil\u2066 \u2069\u2069gpj.exe'],
  ['500 characters without a space, and pictures', `${'W'.repeat(460)}${'👩🏽‍🚀'.repeat(8)}`],
];
/** Under these a view has what people have typed. */
const TYPED = /^(?:name|roomName|task|text|title|by|byName|from|invitedBy|claimedBy|usedBy|to)$/;
/** Of a name, in a picture of its own. Unit: UTF-16 units. */
const INITIALS = 4;
const TURNS = /[\u0590-\u08ff\u202a-\u202e\u2066-\u2069]/;

const actions = new Proxy({} as FacilitatorActions & ParticipantActions & ModalActions, {
  get: () => () => undefined,
});

// Every component there is has to be compiled.
beforeAll(async () => {
  await startI18n('en');
  const all = [...Object.values(parts), ...Object.values(modalParts), menuList];
  await Promise.all(all.map((part) => part.load()));
}, 240_000);
afterEach(cleanup);

/** The same view, with this in place of all that was typed. */
function typed<T>(view: T, name: string): T {
  return replaced(view, name, '') as T;
}

function replaced(value: unknown, name: string, key: string): unknown {
  if (typeof value === 'string') return TYPED.test(key) && value !== '' ? name : value;
  if (Array.isArray(value)) return value.map((item: unknown) => replaced(item, name, key));
  if (value instanceof Map) {
    return new Map(
      [...value].map(([at, item]: [unknown, unknown]) => [at, replaced(item, name, '')]),
    );
  }
  if (value instanceof Set || typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([at, item]) => [at, replaced(item, name, at)] as const);
  return Object.fromEntries(fields);
}

/** Every text that somebody sees or hears, by itself. */
function textsIn(root: Element): string[] {
  const texts: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    for (const attribute of ['aria-label', 'title', 'placeholder', 'alt']) {
      texts.push(element.getAttribute(attribute) ?? '');
    }
    for (const node of element.childNodes)
      if (node.nodeType === 3) texts.push(node.nodeValue ?? '');
  }
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

function mustBeText(root: Element, name: string): void {
  expect(root.querySelector('img, script, iframe, object, embed, [onerror], [onload]')).toBeNull();
  const texts = textsIn(root);
  expect(texts.filter((text) => /&(?:lt|gt|amp);/.test(text) && !text.includes(name))).toEqual([]);
  if (!TURNS.test(name)) return;
  // Alone in its element a name turns nothing but itself.
  const loose = texts.filter((text) => {
    const rest = text.replace(/\u2068[^]*\u2069/g, '');
    return text !== name && rest.length > INITIALS && TURNS.test(rest);
  });
  expect(loose).toEqual([]);
}

describe.each(NAMES)('%s', (_, name) => {
  test.each(Object.entries(screens.latin.panels))('panel %s', (_screen, view) => {
    const { container } = render(Panel, {
      view: typed(view, name),
      actions,
      onshown: () => undefined,
    });
    mustBeText(container, name);
  });

  test.each(Object.entries(screens.latin.modals))('modal %s', (_screen, view) => {
    const { container } = render(Modal, { view: typed(view, name), actions });
    mustBeText(container, name);
  });
});
