export const DECISIONS = { keep: '保留', trim: '精简', share: '共享' } as const
export type Decision = keyof typeof DECISIONS

/** 接口核验, 电子证照, 批量, 人工核查 (YY-3.2.2-04). */
export const WAYS_OF_SHARING = {
  interface: '接口核验',
  licence: '电子证照',
  batch: '批量交换',
  manual: '人工核查',
} as const

/** 共享六要素: five of the paper, one of the matter's own result (YY-3.2.2-02). */
export const SHARING_FIELDS = {
  sharedName: '共享材料名称',
  provider: '提供单位',
  purpose: '使用目的',
  infoItems: '信息项',
  method: '使用方式',
  result: '事项的办理结果',
} as const
export type SharingField = keyof typeof SHARING_FIELDS

/** What is said of one paper of one item. */
export interface MaterialAnalysis extends Partial<Record<Exclude<SharingField, 'method'>, string>> {
  item: string
  material: string
  materialName?: string
  decision: Decision
  reason: string
  method?: keyof typeof WAYS_OF_SHARING
}

/** Which of the six a paper that is to be shared still lacks; the others need none of them. */
export function missingForSharing(analysis: MaterialAnalysis): SharingField[] {
  if (analysis.decision !== 'share') return []
  const names = Object.keys(SHARING_FIELDS) as SharingField[]
  return names.filter((name) => (analysis[name] ?? '').trim() === '')
}
