/** Where a clause belongs: 服务标准, 规范化管理意见, 标准化建设, 办事制度. */
export const STANDARD_SORTS = {
  service: '服务标准',
  opinion: '规范化管理意见',
  construction: '标准化建设',
  rule: '办事制度',
} as const
export type StandardSort = keyof typeof STANDARD_SORTS

/** What of the house shows that a rule is kept: an indicator of supervision, or what is counted of a place. */
export const PROOFS = {
  'on-time-rate': '按时办结率',
  'one-window-rate': '一窗受理率',
  'one-visit-rate': '最多跑一次率',
  'step-overrun-rate': '环节超时率',
  'on-the-spot-rate': '即办率',
  'online-filing-rate': '网上申请率',
  'urge-answer-rate': '催办答复率',
  'poor-rating-rectified-rate': '差评整改率',
  'rated-centre-rate': '评价覆盖率',
} as const
export type Proof = keyof typeof PROOFS
