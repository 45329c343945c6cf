import { dayOf, shortDay, time } from '#ui/format/day.ts'

export const words = {
  title: '办件公示',
  underWay: '正在办理',
  ready: '请来领取',
  nothingUnderWay: '近期没有正在办理的件',
  nothingReady: '暂无待领取的件',
  columns: { number: '编号尾号', applicant: '申请人', item: '办理事项', step: '进度', due: '下一期限' },
  fresh: '刚更新',
  late: '超期',
  soon: '今天到期',
  counts: {
    receivedToday: '今日收件',
    closedToday: '今日办结',
    underWay: '正在办理',
    ready: '待领取',
  },
  privacy:
    '姓名和编号已作遮盖；救助、残疾、医保、优抚、法律援助等事项只显示类别。请凭收件凭证上的编号后七位查看。',
  rating: '办完请评价：在窗口，或网上“我的办件”打分。',
  hotline: '12345',
  demo: '演示环境，内容虚构',
  connecting: '正在连接，马上显示办件情况。',
  tryAgain: '再试一次',
  pause: '停止翻页',
  resume: '继续翻页',
  next: '下一页',
  fullScreen: '全屏显示',
  choose: '换一个场所',
} as const

/** Said calmly and once; the wall keeps what it has. */
export function lostSentence(seenAt: string, now: string): string {
  const today = dayOf(seenAt) === dayOf(now)
  return `网络暂时中断，显示的是 ${today ? '' : `${shortDay(dayOf(seenAt))} `}${time(seenAt)} 的情况`
}

/** `10:32` today, `3月13日` before. */
export function changeWords(changedAt: string, now: string): string {
  return dayOf(changedAt) === dayOf(now) ? time(changedAt) : shortDay(dayOf(changedAt))
}
