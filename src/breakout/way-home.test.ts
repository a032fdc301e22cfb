import { expect, test } from 'vitest';
import { anasTab } from './fixtures';
import { frameId, tabId } from './ids';
import {
  besideReturned,
  cameBack,
  homeNoted,
  homeTakenOver,
  notShown,
  othersHeeded,
  stoodBeside,
  strayed,
  strayReturned,
  wayIn,
  wayNotGone,
  wentAway,
} from './way-home';

const here = { x: 10, y: 20, width: 300, height: 200 };
const there = { ...here, x: 900 };
const begin = wayIn(undefined, 1);
const othersHome = { epoch: 1, tab: tabId('other'), viewport: there };

test('[A7] of another epoch’s way back nothing counts', () => {
  const way = wentAway(strayed(stoodBeside(homeNoted(begin, here), here), here));
  expect(wayIn(way, 1)).toBe(way);
  expect(wayIn(way, 2)).toEqual({ ...begin, epoch: 2 });
});

test('[A7] the first view that a tab was taken from is kept until it is back', () => {
  const gone = strayed(begin, here);
  expect(strayed(gone, there).strayed).toEqual({ to: here, returned: false });
  const back = strayReturned(gone, true);
  expect(back.strayed).toEqual({ to: here, returned: true });
  expect(strayReturned(back, false)).toEqual(gone);
  expect(strayed(back, there).strayed).toEqual({ to: there, returned: false });
});

test('[A7] what was noted is the way back once another tab has noted its own', () => {
  const way = homeNoted(begin, here);
  expect(othersHeeded(way, undefined, anasTab)).toBe(way);
  expect(othersHeeded(way, { ...othersHome, tab: anasTab }, anasTab)).toBe(way);
  expect(othersHeeded(way, { ...othersHome, epoch: 2 }, anasTab)).toBe(way);
  const heeded = othersHeeded(way, othersHome, anasTab);
  expect(heeded).toMatchObject({ noted: undefined, strayed: { to: here, returned: false } });
  // Once: what comes of it afterwards is not begun anew.
  const back = strayReturned(heeded, true);
  expect(othersHeeded(back, othersHome, anasTab)).toBe(back);
});

test('[A7] what was noted is the way back once another tab has taken home for its own and gone there', () => {
  const way = homeNoted(begin, here);
  expect(othersHeeded(way, undefined, anasTab)).toBe(way);
  const heeded = othersHeeded(wentAway(way), undefined, anasTab);
  expect(heeded).toMatchObject({ noted: undefined, strayed: { to: here, returned: false } });
  // It has come home itself.
  const back = cameBack(wentAway(way));
  expect(othersHeeded(back, undefined, anasTab)).toBe(back);
});

test('[A7] a tab that takes over home is away from it, and gives it up as if noted in it', () => {
  const way = homeTakenOver(begin, othersHome);
  expect(way).toMatchObject({ noted: there, away: true });
  expect(othersHeeded(way, othersHome, anasTab).strayed).toEqual({ to: there, returned: false });
  expect(cameBack(way)).toMatchObject({ noted: there, away: false });
});

test('[A4] what could not be shown is forgotten once the tab is there, or back', () => {
  const failed = notShown(begin, { frame: frameId('apple'), from: here });
  expect(failed.unshown).toEqual({ frame: frameId('apple'), from: here });
  for (const moved of [wentAway(failed), cameBack(failed), notShown(failed, undefined)]) {
    expect(moved.unshown).toBeUndefined();
  }
});

test('[A7] to where a tab was not brought back is known in the next epoch, too', () => {
  expect(wayNotGone(begin)).toBeUndefined();
  expect(wayNotGone(homeNoted(begin, here))).toBeUndefined();
  expect(wayNotGone(wentAway(homeNoted(begin, here)))).toEqual(here);
  expect(wayNotGone(strayed(wentAway(homeNoted(begin, here)), there))).toEqual(there);
  expect(wayNotGone(strayReturned(strayed(begin, here), true))).toBeUndefined();
});

test('[A7] so is where a tab looked before its user went to a frame in it by hand', () => {
  const beside = stoodBeside(begin, here);
  expect(wayNotGone(beside)).toEqual(here);
  expect(wayNotGone(strayed(beside, there))).toEqual(there);
  expect(wayNotGone(besideReturned(beside))).toBeUndefined();
});

test('[A7] what was not left cannot be returned to', () => {
  expect(besideReturned(begin)).toBe(begin);
  expect(strayReturned(begin, true)).toBe(begin);
  expect(besideReturned(stoodBeside(begin, here)).beside).toEqual({ to: here, returned: true });
});
