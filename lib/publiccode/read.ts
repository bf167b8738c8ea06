/** The door of the room: the reading itself is in rules/, because the browser's editor runs it, too. */
export { MOST_BYTES, readPubliccode } from './rules/read.ts'
