/** One thing that is different between two versions, in words. */
export interface Difference {
  /** JSON pointer into the later version; where something is gone, into the earlier. */
  at: string
  /** The part of the item it belongs to: 申请材料, 承诺时限. */
  part: string
  /** A sentence for everybody. */
  text: string
  /** What somebody with a draft has to do about it, if they hear of it at all. */
  applicants?: string
  /** The paper it is about, by its id. */
  paper?: string
  /** Whether the later version asks less of somebody or more; left out where words alone do not tell. */
  weight?: Weight
}

export type Weight = 'eases' | 'burdens' | 'neutral'

/** Less of it is better. */
export const lessIsEasier = (before: number, now: number): Weight =>
  now < before ? 'eases' : now > before ? 'burdens' : 'neutral'
