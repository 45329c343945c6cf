export const viewerWords = {
  title: '材料原文',
  empty: '点左边的文件名，在这里看。',
  open: (name: string) => `打开 ${name}`,
  notShown: '这种文件要另外打开看。',
  print: '打印',
  printPaper: (title: string) => `打印 ${title}`,
  previous: '上一份文件',
  next: '下一份文件',
  place: (at: number, of: number) => `${at}/${of}`,
  tools: '看图工具',
  picture: '图片，放大后可用方向键移动',
  larger: '放大',
  smaller: '缩小',
  whole: '看整张',
  turn: '旋转',
  standing: (times: number, degrees: number) =>
    `${times === 1 ? '整张' : `放大${times}倍`}${degrees === 0 ? '' : `，转了${degrees}度`}`,
}
