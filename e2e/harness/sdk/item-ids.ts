type Identified = { readonly id: string };

/** Of one item or many; nothing at all (a page in plain JavaScript) is none. */
export const idsOf = (items: Identified | readonly Identified[] | undefined): readonly string[] =>
  (Array.isArray(items) ? items : [items]).flatMap((item: Identified | undefined) =>
    item ? [item.id] : [],
  );
