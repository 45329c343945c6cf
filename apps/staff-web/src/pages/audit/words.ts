export const auditWords = {
  title: '审计记录',
  text: '谁在什么时候做了什么，最新的在前。记录只能看，不能改。',
  event: '事件',
  eventHint: '事件名称，例如 sign-in',
  find: '查找',
  all: '看全部',
  refresh: '读取最新',
  success: '成功',
  failure: '未成功',
  none: '没有这样的记录。',
  more: '更多',
}
