export const signInWords = {
  login: '账号',
  password: '密码',
  signIn: '登录',
  expiredTitle: '登录已过期',
  expiredText:
    '为了安全，长时间没有操作会自动退出。请重新登录；页面上已经填写的内容还在。登录后请再按一次刚才的按钮。',
  leave: '不登录了，回到首页',
}
