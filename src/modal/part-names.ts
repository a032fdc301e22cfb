/** For the build, which writes the words of each part (`words-in-use.ts`); the parts are in `parts.ts`. */
export const MODAL_PART_NAMES = ['Move', 'Choose', 'Told'] as const;

export type ModalPartName = (typeof MODAL_PART_NAMES)[number];
