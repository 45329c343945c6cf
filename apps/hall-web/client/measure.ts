import { UNMEASURED } from '../screen/paging.ts'

/** A wall shows whole lines only; a small or much enlarged screen scrolls and shows all of them. */
const WALL = matchMedia('(min-width: 50rem) and (min-height: 37rem)')

export interface Fits {
  underWay: number
  ready: number
}

/** How many lines of each list fit its half, measured on the lines that stand there now. */
export function linesThatFit(root: Element): Fits {
  if (!WALL.matches) return { underWay: Infinity, ready: Infinity }
  return {
    underWay: fitting(root, '.half-under-way', 'tbody', 'tr') ?? UNMEASURED.underWay,
    ready: fitting(root, '.half-ready', '.ready', 'li') ?? UNMEASURED.ready,
  }
}

function fitting(root: Element, half: string, list: string, line: string): number | undefined {
  const box = root.querySelector(half)
  const lines = box?.querySelector(list)
  const one = lines?.querySelector(line)
  if (!box || !lines || !one) return undefined
  const perRow = getComputedStyle(lines).gridTemplateColumns.split(' ').length
  const room = box.getBoundingClientRect().bottom - lines.getBoundingClientRect().top
  const rows = Math.floor((room + 1) / one.getBoundingClientRect().height)
  return Math.max(1, rows) * (list === '.ready' ? perRow : 1)
}
