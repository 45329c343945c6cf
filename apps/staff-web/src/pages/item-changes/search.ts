export type Queue = 'mine' | 'open' | 'all'

/** Which list; it lives in the address, so that “back” finds the same one. `item` is one whose change is about to begin. */
export interface ItemChangesSearch {
  queue?: Queue
  item?: string
}

export const QUEUES: readonly Queue[] = ['mine', 'open', 'all']

export function itemChangesSearch({ queue, item }: Record<string, unknown>): ItemChangesSearch {
  const found = QUEUES.find((each) => each === queue)
  return {
    ...(found === undefined ? {} : { queue: found }),
    ...(typeof item === 'string' && item !== '' ? { item: item.slice(0, 60) } : {}),
  }
}

export const PARTS = ['names', 'conditions', 'materials', 'limits', 'fees', 'places', 'questions'] as const
export type Part = (typeof PARTS)[number]

/** The part of an item that is being edited. */
export interface EditorSearch {
  part?: Part
}

export function editorSearch({ part }: Record<string, unknown>): EditorSearch {
  const found = PARTS.find((each) => each === part)
  return found === undefined ? {} : { part: found }
}
