// Said alike on the portal, on paper and where an official draws the process.

export const STEP_ROLES = {
  'window-clerk': '窗口人员',
  reviewer: '审查人员',
  approver: '审批人员',
  issuer: '制证人员',
} as const

/** How a case may leave the process at a step. */
export const STEP_EXITS = {
  accept: ['材料不齐或不合要求：一次性告知补正', '依法不予受理：书面说明理由，告知救济途径'],
  decide: ['不予：书面说明理由，告知救济途径'],
} as const

/** Where the flow chart begins, and where it ends when nothing is handed out. */
export const FLOW_BEGINS = '提出申请'
export const FLOW_ENDS = '告知办理结果'
