/** A plot as it goes on in one case. */
export interface Going {
  of: number
  /** How often each act of it has been done. */
  done: Readonly<Record<string, number>>
  over: boolean
  /** Days since its last act on which the next was looked for. */
  days: number
  day: string
  /** Steps that were looked for on that day. */
  looked: readonly number[]
}
