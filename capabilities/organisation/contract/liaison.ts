/** Ranks a plan asks of liaisons (LC-4.3-02, LC-4.3-03). */
export const LIAISON_RANKS = {
  county: '县级干部',
  key: '业务骨干',
  section: '科级干部',
  other: '其他',
} as const
export type LiaisonRank = keyof typeof LIAISON_RANKS
