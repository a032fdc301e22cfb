/**
 * What an operation is, and the few kinds that most are of. One line in a table adds one: from then
 * on the simulation does it at random, and a long run fails if it never could.
 */
import type { ModalState } from '../../../src/live/modal-state.svelte';
import type { PanelState } from '../../../src/live/panel-state.svelte';
import type { ModalView, PanelView } from '../../../src/live/views';
import type { Actor } from '../actor';
import { pick } from '../seeded';
import { phases as everyPhase, present, type Phase, type Scene } from '../scene';

export interface Operation {
  readonly name: string;
  /** How often it is drawn, beside the others' 1. */
  readonly weight: number;
  /** In these it can happen, and must have happened in a long run. */
  readonly phases: readonly Phase[];
  /** What must mostly have been done before it becomes possible. */
  readonly after: readonly string[];
  readonly possible: (scene: Scene) => boolean;
  /** The screens of a panel or a modal on which it is done: in any window of somebody, then. */
  readonly screens: readonly string[];
  /** @returns who did it, for the story */
  readonly run: (
    scene: Scene,
    random: () => number,
  ) => Promise<Actor | undefined> | Actor | undefined;
}

interface Manner {
  readonly weight?: number;
  readonly phases?: readonly Phase[];
  readonly after?: readonly string[];
}

type Screen = PanelView['screen'];
type ViewOf<S extends Screen> = Extract<PanelView, { screen: S }>;

/** Somebody in front of a panel with one of certain screens. */
export interface AtPanel<S extends Screen> {
  readonly actor: Actor;
  readonly panel: PanelState;
  readonly view: ViewOf<S>;
  readonly actions: PanelState['actions'];
  readonly scene: Scene;
  readonly random: () => number;
}

/** Something that somebody does in the panel, when it shows one of these screens. */
export function inPanel<S extends Screen>(
  name: string,
  screens: readonly S[],
  act: (at: AtPanel<S>) => Promise<void> | void,
  manner: Manner & { readonly when?: (view: ViewOf<S>, scene: Scene) => boolean } = {},
): Operation {
  const { when = () => true } = manner;
  const shows = (view: PanelView): view is ViewOf<S> =>
    screens.some((screen) => screen === view.screen);
  const able = (scene: Scene): Actor[] =>
    present(scene).filter(({ asleep, panel }) => {
      const view = panel?.view;
      return !asleep && view !== undefined && shows(view) && when(view, scene);
    });
  return {
    name,
    weight: manner.weight ?? 1,
    after: manner.after ?? [],
    phases: manner.phases ?? screens.flatMap((screen) => phaseOfScreen[screen] ?? []),
    screens,
    possible: (scene) => able(scene).length > 0,
    async run(scene, random) {
      const actor = pick(able(scene), random);
      const { panel } = actor;
      if (panel === undefined || !shows(panel.view)) return undefined;
      actor.faces();
      await act({ actor, panel, view: panel.view, actions: panel.actions, scene, random });
      return actor;
    },
  };
}

const phaseOfScreen: Partial<Record<Screen, readonly Phase[]>> = {
  prepare: ['prepare'],
  opening: ['opening'],
  open: ['open'],
  closing: ['closing'],
  after: ['after'],
  waiting: ['prepare'],
  choosing: ['open'],
  invited: ['open'],
  'in-room': ['open'],
  'room-closing': ['closing'],
  ended: ['after'],
};

/** Something that somebody does in the modal, when it asks one of these questions. */
export function inModal(
  name: string,
  screens: readonly ModalView['screen'][],
  act: (modal: ModalState, actor: Actor, scene: Scene) => void,
  manner: Manner & { readonly when?: (view: ModalView) => boolean } = {},
): Operation {
  const { when = () => true } = manner;
  const able = (scene: Scene): Actor[] =>
    present(scene).filter(
      ({ asleep, modal }) =>
        !asleep && modal !== undefined && screens.includes(modal.view.screen) && when(modal.view),
    );
  return {
    name,
    weight: manner.weight ?? 1,
    after: manner.after ?? [],
    phases: manner.phases ?? ['open'],
    screens,
    possible: (scene) => able(scene).length > 0,
    run(scene, random) {
      const actor = pick(able(scene), random);
      actor.faces();
      if (actor.modal !== undefined) act(actor.modal, actor, scene);
      return actor;
    },
  };
}

/** Something that happens to anybody of whom this holds. */
export function toAnyone(
  name: string,
  who: (actor: Actor, scene: Scene) => boolean,
  act: (actor: Actor, scene: Scene, random: () => number) => Promise<void> | void,
  manner: Manner = {},
): Operation {
  const able = (scene: Scene): Actor[] => scene.actors.filter((actor) => who(actor, scene));
  return {
    name,
    weight: manner.weight ?? 1,
    after: manner.after ?? [],
    phases: manner.phases ?? everyPhase,
    screens: [],
    possible: (scene) => able(scene).length > 0,
    async run(scene, random) {
      const actor = pick(able(scene), random);
      await act(actor, scene, random);
      return actor;
    },
  };
}

/** Something that happens to the board itself. */
export function toBoard(
  name: string,
  act: (scene: Scene, random: () => number) => void,
  manner: Manner & { readonly when?: (scene: Scene) => boolean } = {},
): Operation {
  return {
    name,
    weight: manner.weight ?? 1,
    after: manner.after ?? [],
    phases: manner.phases ?? everyPhase,
    screens: [],
    possible: manner.when ?? (() => true),
    run(scene, random) {
      act(scene, random);
      return undefined;
    },
  };
}
