export { MAX_ROOMS } from '../../../live/edits/rooms';
