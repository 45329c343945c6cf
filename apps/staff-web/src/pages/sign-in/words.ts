export const pageWords = {
  title: '工作人员登录',
  citizens: '办事群众请从首页进入',
  demoTitle: '演示账号',
  demoText: (password: string) => `点一个账号填入上面的表格，密码都是 ${password}。`,
  filter: '查找演示账号',
  more: (count: number) => `还有 ${count} 个账号，请用上面的查找。`,
}
