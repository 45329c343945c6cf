import { legalDay } from '#engine/day.ts'
import type { Queryable } from '#platform/db/db.ts'
import { caseNumber } from '../model/case-number.ts'
import { takeSerials } from '../store.ts'

/** Numbers a process has taken and not yet given; a restart leaves a gap, never a repeat. */
const BLOCK = 20

export interface CaseNumbers {
  next(
    body: { area: string; adminCode: string; tier: number; creditCode: string },
    now: string,
  ): Promise<string>
}

export function caseNumbers(db: Queryable): CaseNumbers {
  const blocks = new Map<string, { next: number; last: number }>()
  const taking = new Map<string, Promise<void>>()
  return {
    async next({ area, tier, creditCode }, now) {
      const day = legalDay(now)
      // Bodies that share the three digits share the running number too, so the whole stays unique.
      const department = departmentDigits(creditCode)
      const key = `${area}/${department}/${day}`
      for (;;) {
        const block = blocks.get(key)
        if (block && block.next <= block.last) {
          const serial = block.next++
          return caseNumber({ area, tier, department, day, serial })
        }
        const pending = taking.get(key) ?? refill(key, area, department, day)
        taking.set(key, pending)
        await pending
      }
    },
  }

  async function refill(key: string, area: string, department: string, day: string): Promise<void> {
    try {
      const first = await takeSerials(db, area, department, day, BLOCK)
      blocks.set(key, { next: first, last: first + BLOCK - 1 })
      for (const old of blocks.keys()) if (!old.endsWith(day)) blocks.delete(old)
    } finally {
      taking.delete(key)
    }
  }
}

/** Three digits of the body's organisation code (GB 32100, positions 14–16). */
function departmentDigits(creditCode: string): string {
  return creditCode.slice(13, 16).replace(/[^0-9]/g, '0')
}
