/**
 * One person's board: `/stage?board=<id>&user=<name or id>`.
 *
 * Whoever the board does not know is new, and described by the rest of the address: `name` (if
 * `user` is an id), `role=viewer`, `plan=free`, `locale=de`, `authorised=no`, `latency` and
 * `jitter` in milliseconds, `visible=no`. `dots=no` leaves the canvas plain. `app=<address>` runs another Web SDK v2 app instead of
 * ours. Each opened page is a tab of that person; closing it closes the tab.
 *
 * What tests find by role and name:
 *
 * | role | name |
 * |---|---|
 * | main | Board (the canvas; an item in it is a button, pressed when selected) |
 * | button | Frame <title> · Sticky note <text> · Text … · Shape … · Card … · Image … |
 * | textbox | Frame title · Text of the sticky note (while it is edited) |
 * | toolbar | Selection: buttons Rename, Delete · Zoom: buttons Zoom in, Zoom out, Show everything |
 * | navigation | Tools: buttons Select, Hand, Frame, Sticky note, Text, Shape, and the app's name |
 * | button | Timer, or Timer, 4:59 left; then 5 min … or Stop timer |
 * | button | People, 3 online; then list People on this board, with buttons Go to <name> |
 * | status | You are in <session> · Connecting to the board… · You are offline. … |
 * | complementary | <app>: buttons Pin panel (pressed when pinned), Close panel |
 * | iframe (title) | <app> background · <app> panel · <app> window page |
 * | dialog | <app> window: button Close window |
 * | dialog | <app> wants to run on this board: buttons Allow, Cancel |
 * | dialog | <name> invites you to <session>: buttons Join, Decline |
 * | log | Notifications (each a listitem) |
 */
import { mount } from 'svelte';
import './stage.css';
import Stage from './Stage.svelte';
import { StageModel } from './stage-model.svelte';

const target = document.getElementById('stage');
if (!target) throw new Error('stage.html has no place for the stage.');

const model = new StageModel(location.search);
mount(Stage, { target, props: { model } });

document.addEventListener('visibilitychange', () => {
  model.act('setVisible', document.visibilityState === 'visible');
});
