import type { LegalDay } from '#engine/day.ts'

/** A step that lies at a station: sunk to it, or given to it alone (定向放权). */
export interface Holding {
  item: string
  station: string
  from: LegalDay
}

export const WHYS = { idle: '一直没有办过', late: '超时较多' } as const
export type Why = keyof typeof WHYS

/** A station whose line has to be looked at (LC-3.4-12). */
export interface Flag extends Holding {
  why: Why
  cases: number
  late: number
}

interface Around {
  /** What each station took in since `idleSince`, by `station item`. */
  counts: ReadonlyMap<string, { cases: number; late: number }>
  /** A station that has had it for a shorter time is given its time. */
  idleSince: LegalDay
  /** Above this share of late cases it is asked. */
  lateShare: number
}

export const lineKey = (station: string, item: string): string => `${station} ${item}`

export function flagsOf(holdings: readonly Holding[], { counts, idleSince, lateShare }: Around): Flag[] {
  return holdings.flatMap((holding): Flag[] => {
    const { cases, late } = counts.get(lineKey(holding.station, holding.item)) ?? { cases: 0, late: 0 }
    if (cases === 0) return holding.from <= idleSince ? [{ ...holding, why: 'idle', cases, late }] : []
    return late / cases > lateShare ? [{ ...holding, why: 'late', cases, late }] : []
  })
}
