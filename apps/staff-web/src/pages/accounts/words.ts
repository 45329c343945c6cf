export const accountsWords = {
  title: '账号',
  text: '连续输错密码会锁定账号。确认是本人以后可以解锁；系统管理员看不到办件内容。',
  kinds: { staff: '工作人员', citizen: '群众' },
  lockedUntil: (at: string) => `已锁定，到${at}`,
  disabled: '已停用',
  normal: '正常',
  unlock: '解锁',
  unlockOf: (login: string) => `解锁 ${login}`,
  unlocked: (login: string) => `${login} 已解锁。`,
  none: '还没有账号。',
  more: '更多',
}
