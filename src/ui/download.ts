/**
 * Hands a text to the browser as a file. The page sits in a frame of somebody else's that may forbid
 * downloads, and no browser says whether it did: whoever offers this offers copying, too.
 */
export function download(name: string, text: string, type: 'text/csv' | 'text/markdown'): void {
  // Spreadsheets take a CSV without a mark for something older than UTF-8.
  const mark = type === 'text/csv' ? '\uFEFF' : '';
  const url = URL.createObjectURL(new Blob([mark, text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it after the click; a minute is more than it needs.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
