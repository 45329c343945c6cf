export const signInWords = {
  login: '账号',
  password: '密码',
  signIn: '登录',
  lockWarning: '连续输错5次，账号会锁定30分钟。',
  expiredTitle: '登录已过期',
  expiredText: '为了安全，长时间没有操作会自动退出。请重新登录；写好的内容都还在。登录后再按一次刚才的按钮。',
  leave: '不登录了，回到首页',
}

export const passwordWords = {
  title: '修改密码',
  must: '第一次登录，或者密码用了90天以上，要先换一个新密码，再开始办事。',
  old: '现在的密码',
  fresh: '新密码',
  again: '再输一次新密码',
  differs: '两次输入的新密码不一样，请重新输入',
  change: '修改密码',
  changed: '密码已修改。在其他电脑上的登录已经退出。',
}

export const keptWords = {
  found: (when: string) => `这里是您${when}写好、没有发出的内容。`,
  howLong: (hours: number) => `只存在这个窗口里，发出或退出登录后清除，最多留${hours}小时。`,
  anew: '清空重写',
  unsent: (act: string, when: string) => `“${act}”还没有发出，${when}写的内容还在。`,
  goOn: '接着写',
  drop: '不要了',
}

export const connectionWords = {
  lost: '现在连不上服务器。已经写好的内容都在，可以接着写；连上以后再发出。',
  tryNow: '马上再试',
  back: '已经连上。没发出去的，请再按一次；同一件事不会办两次。',
}
