export const printWords = {
  print: '打印',
  open: '打印文书或者本页',
  papers: '文书',
  page: '本页',
  of: (title: string) => `打印${title}`,
  pending: (title: string) => `${title}（正在生成…）`,
}
