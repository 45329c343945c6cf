export const listWords = {
  more: '更多',
  export: '导出表格',
  print: '打印',
}
