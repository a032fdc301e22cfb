import { expect, test } from 'vitest';
import { apple, birch } from './fixtures';
import { tabId } from './ids';
import { MOST_VISITING, ownWayBack, withTab } from './visit';

const here = { x: 10, y: 20, width: 300, height: 200 };
const there = { ...here, x: 900 };
const [one, two] = [tabId('one'), tabId('two')];

test('[V9] each window that a visit moves has a way back of its own', () => {
  const first = withTab({ room: apple, from: here }, one, undefined);
  const both = withTab({ room: birch, from: there }, two, first);
  expect(both).toMatchObject({ room: birch, from: there });
  expect(ownWayBack(both, one)).toEqual(here);
  expect(ownWayBack(both, two)).toEqual(there);
  expect(ownWayBack(both, tabId('three'))).toBeUndefined();
  const again = withTab({ room: apple, from: here }, one, both);
  expect(again.tabs?.map(({ tab }) => tab)).toEqual([two, one]);
});

test('[V9] a window that nobody names has the way back that there is', () => {
  expect(ownWayBack(undefined, one)).toBeUndefined();
  expect(ownWayBack({ room: apple, from: here }, one)).toEqual(here);
  const named = withTab({ room: apple, from: here }, one, undefined);
  expect(ownWayBack(named, undefined)).toEqual(here);
  expect(withTab({ room: birch, from: there }, undefined, named)).toEqual({
    room: birch,
    from: there,
  });
});

test('[M12] of ever so many windows the last ones are remembered', () => {
  let visit = withTab({ room: apple, from: here }, one, undefined);
  for (let n = 0; n < MOST_VISITING; n++) visit = withTab(visit, tabId(`tab-${String(n)}`), visit);
  expect(visit.tabs).toHaveLength(MOST_VISITING);
  expect(ownWayBack(visit, one)).toBeUndefined();
});
