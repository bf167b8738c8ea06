import type { RepositoryReading } from '#lib/forge/reading.ts'
import { READING_GOOD_FOR } from '../schema.ts'

/** Whether a reading is too old to publish from. */
export const isStale = ({ readAt }: RepositoryReading, now: Date): boolean =>
  now.getTime() - new Date(readAt).getTime() > READING_GOOD_FOR * 86_400_000
