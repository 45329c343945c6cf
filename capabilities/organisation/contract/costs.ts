/** What is paid for: the five sign items of LS-2.2-01 first, then what the plans say of hardware, guides and people. */
export const COST_KINDS = {
  'sign-colour': '色调',
  'sign-mark': '标识',
  'sign-pattern': '张贴图案',
  'sign-plate': '窗口座牌',
  'sign-board': '柜台公告栏',
  kiosk: '自助终端',
  hardware: '其他硬件建设',
  'guide-delegated': '区级下放事项指南印制',
  'guide-town': '镇级事项指南印制',
  'contract-officer': '政务服务专员',
  training: '培训',
  running: '日常运行',
  other: '其他投入',
} as const
export type CostKind = keyof typeof COST_KINDS
