/** What a new version touches and what becomes of it. */
export const impactWords = {
  'powers-given': { title: '新增的权力', text: '从实施之日起登记到权责清单。' },
  'powers-ended': { title: '结束的权力', text: '到实施前一天止。正在办理的办件转给那天有权的机关。' },
  places: { title: '受理场所', text: '从实施之日起按新版本收件。' },
  guide: { title: '办事指南和申请表', text: '网页、完整版和一页版同时换成新版本。已经印好的请收回。' },
  scenes: { title: '主题场景', text: '名称不变，点开就是新版本。' },
  bundles: { title: '一件事', text: '请核对这些“一件事”里的说法还对不对。' },
} as const
