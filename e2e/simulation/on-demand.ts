/**
 * What pages load on demand, loaded at once: it would take true time, whatever the virtual clock
 * says, and what it does with the board would come at any time.
 */
import '../../src/board/miro-items';
import '../../src/live/edits/rooms';
import '../../src/live/edits/setups';
import '../../src/live/jobs/board/perform';
import '../../src/live/modal-others-view';
import '../../src/live/on-board/on-board.svelte';
import '../../src/live/screen/rounds';
import '../../src/live/screen/taking-part';
import '../../src/live/screen/watching';
import '../../src/records/setups';
