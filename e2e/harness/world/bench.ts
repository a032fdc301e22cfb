import type { Miro } from '@mirohq/websdk-types';
import { createMiro } from '../sdk/miro';
import type { Json, Surface, TabView, UserSpec, WorldApi, WorldOptions } from './api';
import { createVirtualClock, type VirtualClock } from './virtual-clock';
import { createWorld } from './world';

/** A board in process, in virtual time, whose pages load the moment the board makes room for them. */
export interface Bench {
  readonly clock: VirtualClock;
  readonly world: WorldApi;
  /** Adds a user and opens a tab. */
  readonly join: (spec: UserSpec) => Visitor;
  /** Advances time until the promise settles. */
  readonly run: <T>(promise: Promise<T>) => Promise<T>;
}

export interface Visitor {
  readonly id: string;
  readonly tab: string;
  /** The SDK of the page that is now in that place. @throws when there is none */
  miro(surface?: Surface): Miro;
  has(surface: Surface): boolean;
  /** What handlers of that page's test wrote down. */
  heard(surface?: Surface): Json[];
  view(): TabView;
  /** A second tab of the same user. */
  secondTab(): Visitor;
}

interface LoadedPage {
  readonly miro: Miro;
  readonly heard: Json[];
}

export interface BenchOptions extends Partial<Omit<WorldOptions, 'clock'>> {
  readonly clock?: VirtualClock;
  /** False: pages stay empty, as when a server does not answer. */
  readonly loads?: (surface: Surface) => boolean;
}

export function createBench(options: BenchOptions = {}): Bench {
  const { clock = createVirtualClock(), loads = () => true, ...rest } = options;
  const world = createWorld({ random: seeded(1), ...rest, clock });
  const pages = new Map<string, LoadedPage>();

  world.onSlot(({ tab, slot, open }) => {
    const key = `${tab}/${slot.surface}`;
    if (open && loads(slot.surface))
      pages.set(key, { miro: createMiro(world.attach(slot.id)), heard: [] });
    else pages.delete(key);
  });

  function visitor(id: string, tab: string): Visitor {
    const page = (surface: Surface): LoadedPage => {
      const loaded = pages.get(`${tab}/${surface}`);
      if (!loaded) throw new Error(`No ${surface} in ${tab}.`);
      return loaded;
    };
    return {
      id,
      tab,
      miro: (surface = 'background') => page(surface).miro,
      has: (surface) => pages.has(`${tab}/${surface}`),
      heard: (surface = 'background') => page(surface).heard,
      view() {
        const view = world.tab(tab);
        if (!view) throw new Error(`No tab ${tab}.`);
        return view;
      },
      secondTab: () => visitor(id, world.openTab(id)),
    };
  }

  return {
    clock,
    world,
    join(spec) {
      const id = world.addUser(spec);
      return visitor(id, world.openTab(id));
    },
    run: (promise) => clock.settle(promise),
  };
}

/** A small generator of numbers in [0, 1), the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
