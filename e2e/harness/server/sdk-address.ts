/** Where every app's pages say that Miro's SDK is. Source: developers.miro.com, "SDK script". */
export const MIRO_SDK = 'https://miro.com/app/static/sdk/v2/miro.js';

/** Where the harness serves its own. */
export const HARNESS_SDK = '/sdk/v2/miro.js';

/**
 * A page with Miro's script address replaced by the harness's, and not one byte changed besides.
 * `board` is the origin of the stage: as with Miro, the script comes from the host of the board.
 */
export function withHarnessSdk(page: string, board: string): string {
  return page.replaceAll(MIRO_SDK, `${board}${HARNESS_SDK}`);
}
