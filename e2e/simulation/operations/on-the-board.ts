/** Jobs on the board: what facilitators order in the panel, and a background carries out. */
import { roomTexts, type OnBoard } from '../../../src/live/on-board/on-board-view';
import { writeKeptSetup } from '../../../src/records/setup-document';
import { pick } from '../seeded';
import { inPanel, type AtPanel, type Operation } from './operation';

/** Loading takes no longer than a moment; whoever closes the panel meanwhile has ordered nothing. */
async function onBoard({
  actions,
  scene,
}: Pick<AtPanel<'open'>, 'actions' | 'scene'>): Promise<OnBoard | undefined> {
  const loaded: OnBoard[] = [];
  actions.onBoard((ready) => void loaded.push(ready));
  await scene.pass(1_000);
  return loaded[0];
}

/** Somebody writes into a room's frame, so that there is something to copy. */
function writes({ view, actor, scene, random }: AtPanel<'prepare' | 'open'>): void {
  const { world } = scene.sim;
  const frames = world.items().filter(({ type }) => type === 'frame');
  if (view.rooms.length === 0 || frames.length === 0) return;
  const { x, y } = pick(frames, random);
  world.createItem(actor.tab, { type: 'sticky_note', text: 'Why?', x, y, width: 80, height: 90 });
}

export const onTheBoard: readonly Operation[] = [
  inPanel(
    'fills rooms from a frame',
    ['prepare', 'open'],
    async (at) => {
      writes(at);
      const jobs = await onBoard(at);
      jobs?.actions.lookAtFrames();
      await at.scene.pass(1_000);
      const choices = jobs?.view.fill;
      if (choices === undefined || 'reason' in choices) return;
      const { templates, rooms } = choices;
      if (templates.length === 0) return;
      jobs?.actions.fill(
        pick(templates, at.random).id,
        rooms.map(({ id }) => id),
      );
    },
    { when: ({ rooms }) => rooms.length > 0 },
  ),
  inPanel('puts who goes where on the frames', ['prepare', 'open'], async (at) => {
    (await onBoard(at))?.actions.putNames(roomTexts(at.view.rooms));
  }),
  inPanel(
    'takes the names off the frames',
    ['prepare', 'open'],
    async (at) => (await onBoard(at))?.actions.takeNames(),
    { weight: 0.5 },
  ),
  inPanel('puts a set-up on the board', ['prepare'], async (at) => {
    const document = writeKeptSetup('Retro', at.view.setup);
    if (document !== undefined) (await onBoard(at))?.actions.putSetup('Retro', document);
  }),
  inPanel('collects notes', ['open', 'after'], async (at) => {
    (await onBoard(at))?.actions.collect({ title: 'Results', withoutNotes: 'No notes:' });
  }),
  inPanel(
    'stops a job on the board',
    ['prepare', 'open'],
    async (at) => (await onBoard(at))?.actions.stop(),
    { weight: 0.3 },
  ),
  inPanel(
    'takes away what a job has made',
    ['prepare', 'open'],
    async (at) => (await onBoard(at))?.actions.undo(),
    { weight: 0.5 },
  ),
];
