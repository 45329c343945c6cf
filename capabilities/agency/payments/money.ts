import { yuan } from '#ui/format/quantity.ts'

/** Money is counted in fen and never a float. */
export const decimalOfFen = (fen: number): string =>
  `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

export const yuanOfFen = (fen: number): string => yuan(decimalOfFen(fen))
