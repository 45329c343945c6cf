export const listWords = {
  more: '更多',
  export: '导出表格',
  formats: { xlsx: 'Excel 表格（.xlsx）', csv: '纯文本表格（.csv）' },
  making: '正在整理表格…',
  stop: '不导出了',
  givenUp: '已停止导出。',
  taken: (lines: number) => `已导出${lines}行，在浏览器的下载里。`,
  takenPart: (lines: number) => `列表太长，只导出了前${lines}行。请加条件，分几次导出。`,
  print: '打印',
  keep: '保存',
  cancel: '取消',
  twoDays: { from: '起始日', to: '截止日', wrong: '起始日不能晚于截止日，请改一个。' },
}
