export const pageWords = {
  title: '工作人员登录',
  citizens: '办事群众请从首页进入',
  demoTitle: '演示账号：选一个岗位试试',
  demoText: (password: string) => `选好以后，账号和密码会填到上面，再按“登录”。密码都是 ${password}。`,
  role: (role: string, count: number) => `${role}（${count}个）`,
  noneFound: '没有这样的账号，换个词试试。',
  filter: '查找演示账号',
}
