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
  change: '内容',
  before: '原来',
  after: '现在',
}

/** Events people look for; one that is not listed is shown by its own name. */
export const eventWords: Readonly<Record<string, string>> = {
  'sign-in': '登录',
  'sign-in-wrong': '登录失败',
  'sign-out': '退出登录',
  'post-switched': '切换岗位',
  'post-ended': '结束岗位',
  'password-change': '修改密码',
  'account-created': '新建账号',
  'administrator-granted': '授予管理员',
  'applicant-revealed': '查看申请人明文',
  'rater-revealed': '查看评价人联系方式',
  'seal-used': '使用印章',
  'draft-picked-up': '取回网上草稿',
  'draft-given-back': '退还网上草稿',
  'draft-saved-for-person': '替申请人存草稿',
}
