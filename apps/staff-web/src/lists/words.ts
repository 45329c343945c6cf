export const listWords = {
  more: '更多',
  export: '导出表格',
  formats: { xlsx: 'Excel 表格（.xlsx）', csv: '纯文本表格（.csv）' },
  theseColumns: '现在显示的列',
  allColumns: '全部列',
  making: '正在整理表格…',
  stop: '不导出了',
  givenUp: '已停止导出。',
  taken: (lines: number) => `已导出${lines}行，在浏览器的下载里。`,
  takenPart: (lines: number) => `列表太长，只导出了前${lines}行。请加条件，分几次导出。`,
  print: '打印',
}
