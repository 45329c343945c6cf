export const homeWords = {
  searchHint: '用您自己的话说就行，不用知道正式名称。',
  /** Words people say at the counter, not names of items. */
  examples: ['开饭店办什么证', '老人补贴', '残疾补贴', '农村盖房', '看病报销', '低保'],
  online: '网上申请全天都能提交，关门的时候提交，开门以后按收到的时间处理。',
} as const
