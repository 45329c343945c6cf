import type { PublicLine, ScreenView } from '#capabilities/case/index.ts'
import { pageOf } from './paging.ts'

/** How many lines of each list fit the wall at once. */
export interface Fits {
  underWay: number
  ready: number
}

export type Scene =
  | { kind: 'ready' | 'under-way'; lines: readonly PublicLine[]; page: number; pages: number }
  | { kind: 'today' }

/**
 * What the wall shows one after the other. Signs that can be read from ten metres leave room for one list at a time: first what
 * people wait for, then what goes on, then the day in four numbers. Where everything fits (a phone), nothing turns.
 */
export function scenes({ ready, underWay }: ScreenView, fits: Fits): readonly Scene[] {
  return [
    ...pagesOf('ready', ready, fits.ready),
    ...pagesOf('under-way', underWay, fits.underWay),
    { kind: 'today' },
  ]
}

export function sceneAt(view: ScreenView, fits: Fits, turn: number): { scene: Scene; of: number } {
  const all = scenes(view, fits)
  return { scene: all[turn % all.length]!, of: all.length }
}

function pagesOf(kind: 'ready' | 'under-way', lines: readonly PublicLine[], fits: number): Scene[] {
  if (lines.length === 0) return []
  const { pages } = pageOf(lines, fits, 0)
  return Array.from({ length: pages }, (_, turn) => ({ kind, ...pageOf(lines, fits, turn) }))
}

/** Above this an item's name needs a line more; then every line gets it, so that all pages hold equally many. */
const NAME_FITS = 34

export function longNames(lines: readonly PublicLine[]): boolean {
  return lines.some(({ item }) => item.length > NAME_FITS)
}
