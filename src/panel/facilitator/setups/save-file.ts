/** Hands a text to the browser as a file of the user's. To be called from a click. */
export function saveFile(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** What every system takes for the name of a file. */
export function fileName(name: string): string {
  const plain = name
    .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return `${plain === '' ? 'breakout-rooms' : plain.slice(0, 60)}.json`;
}
