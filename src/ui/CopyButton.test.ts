// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import CopyButton from './CopyButton.svelte';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function setUp({ clipboard, oldWay }: { clipboard: boolean; oldWay: boolean }) {
  const copied: string[] = [];
  const said: string[] = [];
  const writeText = async (text: string): Promise<void> => {
    if (!clipboard) throw new DOMException('Not allowed in this frame.', 'NotAllowedError');
    copied.push(text);
  };
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  Object.defineProperty(document, 'execCommand', {
    configurable: true,
    value: () => {
      const field = document.querySelector('textarea');
      if (oldWay && field !== null) copied.push(field.value);
      return oldWay;
    },
  });
  render(CopyButton, {
    text: 'Copy the list',
    content: () => 'Apple: Ada',
    announcer: { say: (text: string) => void said.push(text) },
  });
  return { copied, said, button: screen.getByRole('button', { name: 'Copy the list' }) };
}

test.each([
  { clipboard: true, oldWay: false },
  { clipboard: false, oldWay: true },
])('copies and says so: %o', async (ways) => {
  const { copied, said, button } = setUp(ways);
  button.focus();
  await fireEvent.click(button);
  await vi.waitFor(() => expect(said).toHaveLength(1));
  expect(copied).toEqual(['Apple: Ada']);
  expect(document.activeElement).toBe(button);
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('without a clipboard the text is shown, selected', async () => {
  const { said, button } = setUp({ clipboard: false, oldWay: false });
  await fireEvent.click(button);
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox');
  expect(field.value).toBe('Apple: Ada');
  expect(field.selectionEnd).toBe('Apple: Ada'.length);
  expect(document.activeElement).toBe(field);
  expect(said).toEqual([]);
});
