export const revealWords = {
  reason: '为什么要看',
  confirm: '记录并查看',
  cancel: '取消',
}
