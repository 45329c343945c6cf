export const postsWords = {
  title: '岗位',
  text: '岗位决定一个人能做什么。结束岗位当天生效，正在使用这个岗位的登录会立刻退出。',
  noEnd: '未定结束日',
  until: (day: string) => `到${day}`,
  end: '结束岗位',
  endOf: (person: string, title: string) => `结束岗位：${person} ${title}`,
  reason: '为什么结束',
  reasonHint: '至少4个字，例如：调离窗口岗位',
  ended: (person: string, title: string) => `${person} 的“${title}”已结束。`,
  cancel: '取消',
  none: '还没有岗位。',
  more: '更多',
}

export const roleWords: Readonly<Record<string, string>> = {
  'window-clerk': '窗口收件、受理、送达',
  'village-agent': '村（社区）代办',
  reviewer: '审查',
  approver: '决定',
  issuer: '签章出件',
  director: '中心主任',
  'centre-director': '中心主任',
  supervisor: '监督',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
}
