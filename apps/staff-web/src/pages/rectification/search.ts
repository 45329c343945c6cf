export type Queue = 'mine' | 'open' | 'all'

/** Which list; it lives in the address, so that “back” finds the same one. */
export interface RectificationSearch {
  queue?: Queue
}

export const QUEUES: readonly Queue[] = ['mine', 'open', 'all']

export function rectificationSearch({ queue }: Record<string, unknown>): RectificationSearch {
  const found = QUEUES.find((each) => each === queue)
  return found === undefined ? {} : { queue: found }
}
