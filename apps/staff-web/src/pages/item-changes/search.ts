export type Queue = 'mine' | 'written' | 'to-review' | 'open' | 'all'

/**
 * Which list; it lives in the address, so that “back” finds the same one. `item` is one whose change is about to begin, `at` what of it is to
 * be mended first.
 */
export interface ItemChangesSearch {
  queue?: Queue
  item?: string
  at?: string
}

export const QUEUES: readonly Queue[] = ['mine', 'written', 'to-review', 'open', 'all']

export function itemChangesSearch({ queue, item, at }: Record<string, unknown>): ItemChangesSearch {
  const found = QUEUES.find((each) => each === queue)
  return {
    ...(found === undefined ? {} : { queue: found }),
    ...(typeof item === 'string' && item !== '' ? { item: item.slice(0, 60) } : {}),
    ...placeIn(at),
  }
}

/** A pointer into the item; anything else is nobody's. */
const placeIn = (at: unknown): { at?: string } =>
  typeof at === 'string' && /^(\/[A-Za-z0-9_-]+)+$/.test(at) ? { at: at.slice(0, 200) } : {}

export const PARTS = [
  ...(['names', 'authority', 'law', 'conditions', 'materials', 'form', 'situations', 'limits'] as const),
  ...(['commitment', 'special', 'fees', 'result', 'lifecycle', 'places', 'remedies', 'questions'] as const),
] as const
export type Part = (typeof PARTS)[number]

/** The part of an item that is being edited, and the field somebody was sent to. */
export interface EditorSearch {
  part?: Part
  at?: string
}

export function editorSearch({ part, at }: Record<string, unknown>): EditorSearch {
  const found = PARTS.find((each) => each === part)
  return { ...(found === undefined ? {} : { part: found }), ...placeIn(at) }
}
