/**
 * Several people side by side on one board, and everything that can happen to them:
 * `/overview?board=<id>`. Without `board` a new one is made; `content` says what lies on it:
 * `empty`, `notes` (default) or `frames`. `app=<address>` as for the stage.
 *
 * Each person is a stage (see stage.ts) in an iframe titled with their name. What tests find by
 * role and name: region `<name>` (one tab of that person) with the buttons Reload, Take offline /
 * Bring online, Hide tab / Show tab, Enlarge / Back to all, Close tab and Settings of <name>;
 * button Duplicate board; button Controls, then complementary Controls with the groups People,
 * Faults, Dialects, …
 */
import { mount } from 'svelte';
import './stage.css';
import './overview/overview.css';
import Overview from './overview/Overview.svelte';
import { OverviewModel } from './overview/overview-model.svelte';

const target = document.getElementById('overview');
if (!target) throw new Error('overview.html has no place for the overview.');

const address = new URL(location.href);
if (!address.searchParams.has('board')) {
  // A reload, and a second window, come back to the same board.
  address.searchParams.set('board', `board-${Math.random().toString(36).slice(2, 7)}`);
  history.replaceState(null, '', address);
}
mount(Overview, { target, props: { model: new OverviewModel(address.searchParams) } });
