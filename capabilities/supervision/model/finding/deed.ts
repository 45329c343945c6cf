import type { LegalDay } from '#engine/day.ts'
import { dayTold } from '../imported/times.ts'
import type { Done, Step } from './handled-case.ts'

/** Which step was taken, by whom and on which day: what the sentence about a breach names. */
export interface Deed {
  step: Step | 'apply' | 'close' | 'notify' | 'attempt'
  day: LegalDay
  /** The post, in a case of our own. */
  post?: string
  /** What the source calls whoever took it. */
  person?: string
}

export function deedOf(step: Deed['step'], { at, by, evidence }: Pick<Done, 'at' | 'by' | 'evidence'>): Deed {
  return {
    ...{ step, day: dayTold(at) },
    ...(evidence.from === 'fact' ? { post: evidence.by } : by === undefined ? {} : { person: by }),
  }
}
