const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first `limit` graphemes (what a reader takes for one character), the last one an ellipsis if anything was cut. */
export function clip(text: string, limit: number): string {
  // A grapheme has at least one code unit, so a short text needs no segmentation.
  if (text.length <= limit) return text;
  const kept: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    if (kept.length === limit) return `${kept.slice(0, -1).join('').trimEnd()}…`;
    kept.push(segment);
  }
  return text;
}
