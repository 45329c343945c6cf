import { UNMEASURED } from '../screen/paging.ts'
import type { Fits } from '../screen/scenes.ts'

/** A wall shows whole lines only; a small or much enlarged screen scrolls and shows all of them. */
const WALL = matchMedia('(min-width: 50rem) and (min-height: 37rem)')

/**
 * How many lines of each list fit, measured on the lines that stand there now; a list that is not shown keeps what it
 * had. Lines of a list are equally high, or its pages would overlap.
 */
export function linesThatFit(root: Element, before: Fits): Fits {
  if (!WALL.matches) return { underWay: Infinity, ready: Infinity }
  const known = before.underWay === Infinity ? UNMEASURED : before
  return {
    underWay: fitting(root, '.lines tbody', 'tr') ?? known.underWay,
    ready: fitting(root, '.ready', 'li') ?? known.ready,
  }
}

function fitting(root: Element, list: string, line: string): number | undefined {
  const lines = root.querySelector(list)
  const one = lines?.querySelector(line)
  const room = root.querySelector('.scenes')
  if (!room || !lines || !one) return undefined
  const height = room.getBoundingClientRect().bottom - lines.getBoundingClientRect().top
  return Math.max(1, Math.floor((height + 1) / one.getBoundingClientRect().height))
}
