/** Why a paper is not in the bundle, as its cover says it. */
export const LEFT_OUT = {
  unseen: '没有这个办件，或者不归这个岗位查看',
  unserved: '决定书还没有送达，请在办件里办理送达时打印',
  none: (titles: string) => `没有${titles}，或者还在制作`,
  unreadable: (title: string) => `${title}的文件打不开，请在办件里单独打开`,
  tooLong: (title: string) => `页数已满，${title}请下一次打印`,
}
