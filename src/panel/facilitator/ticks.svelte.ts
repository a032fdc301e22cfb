import type { UserId } from '../../breakout/ids';
import { t } from '../../i18n/words';
import type { PersonView } from '../../live/views';
import type { Announcer } from '../../ui/announcer.svelte';

/** Who has been ticked in a list, to be moved together. */
export class Ticks {
  readonly #announcer: Pick<Announcer, 'say'>;
  #users = $state.raw<readonly UserId[]>([]);

  constructor(announcer: Pick<Announcer, 'say'>, users: readonly UserId[] = []) {
    this.#announcer = announcer;
    this.#users = users;
  }

  get users(): readonly UserId[] {
    return this.#users;
  }

  has(user: UserId): boolean {
    return this.#users.includes(user);
  }

  toggle({ id, name }: PersonView): void {
    const ticked = !this.has(id);
    this.#users = ticked ? [...this.#users, id] : this.#users.filter((user) => user !== id);
    const count = this.#users.length;
    this.#announcer.say(t(ticked ? 'spoken.ticked' : 'spoken.unticked', { name, count }));
  }

  clear(): void {
    this.#users = [];
  }
}
