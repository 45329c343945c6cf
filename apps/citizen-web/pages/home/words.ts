export const homeWords = {
  searchHint: '用您自己的话说就行，不用知道正式名称。',
  /** Words people say at the counter, not names of items. */
  examples: ['开饭店办什么证', '老人补贴', '农村盖房', '看病报销', '低保'],
} as const
