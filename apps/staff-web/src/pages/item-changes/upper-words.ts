export const upperWords = {
  title: '上级目录更新',
  lists: (title: string, version: number, was: number | undefined, since: string) =>
    was === undefined
      ? `${title}新列了这个事项：第${version}版，${since}起。`
      : `${title}清单从第${was}版更新到第${version}版，${since}起。`,
  clean: '本地没有写过上级改动的地方，都已经照上级更新。核对后送审就行。',
  open: (count: number) => `还有${count}处要决定：用上级的，还是保留本地的。`,
  done: '每一处都已经决定。',
  moved: '已经自动处理的',
  before: '上级原来',
  now: '上级现在',
  mine: '本地现在',
  nothing: '没有这一处',
  forced: '本地的写法超出上级允许的范围，要照上级改，或者先改宽松。',
  takeUpper: '用上级的',
  keepLocal: '保留本地的',
  upperFor: (title: string) => `用上级的：${title}`,
  localFor: (title: string) => `保留本地的：${title}`,
  reason: '为什么保留（审定的人会看）',
  confirm: '确定保留',
  cancel: '不保留了',
  took: { upper: '已用上级的', local: '已保留本地的' },
  kept: (reason: string) => `理由：${reason}`,
  again: '重新选',
  saved: '已记下您的决定。',
}
