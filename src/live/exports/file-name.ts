/** What no file system likes in a name, and what a translator may have put there. */
const UNFIT = /[\\/:*?"<>|\p{Cc}]/gu;

/** `title` and the day, in a form that sorts: "Who was where, round 2, 2026-11-22.csv". */
export function fileName(title: string, at: number, extension: 'csv' | 'md'): string {
  const day = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  const date = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  return `${title.replace(UNFIT, ' ').replace(/\s+/g, ' ').trim()}, ${date}.${extension}`;
}
