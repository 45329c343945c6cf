export const homeWords = {
  searchHint: '用您自己的话说就行，不用知道正式名称。',
} as const
