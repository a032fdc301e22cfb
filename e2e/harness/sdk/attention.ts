import type { Client } from './client';
import type { Board } from './public';
import { refuseTheRest } from './refuse';
import { idsOf } from './item-ids';
import * as read from './read';

type Attention = Board['collaboration']['attention'];

/** `miro.board.collaboration.attention`. */
export const createAttention = (client: Client): Attention =>
  refuseTheRest<Attention>(
    {
      async follow(followee, options) {
        const followers = options?.followers && idsOf(options.followers);
        await client.call('ATTENTION_FOLLOW', { followee: followee.id, followers });
      },
      async unfollow(options) {
        const listed = options && {
          followee: options.followee.id,
          followers: idsOf(options.followers),
        };
        await client.call('ATTENTION_UNFOLLOW', listed);
      },
      isFollowing: async () => read.boolean(await client.call('ATTENTION_IS_FOLLOWING')),
      getFollowedUser: async () => read.user(await client.call('ATTENTION_GET_FOLLOWED_USER')),
    },
    'miro.board.collaboration.attention',
  );
