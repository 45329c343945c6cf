import { dayOf, longDay, shortDay, time } from '#ui/format/day.ts'

export const words = {
  title: '办件公示',
  underWay: '正在办理',
  ready: '请来领取',
  nothingUnderWay: '近期没有正在办理的件',
  nothingReady: '现在没有等着领的件',
  columns: {
    number: '编号尾号',
    applicant: '申请人',
    step: '进度',
    due: '下一期限',
    item: '办理事项',
    time: '更新',
  },
  fresh: '刚更新',
  late: '超期',
  soon: '今天到期',
  counts: {
    receivedToday: '今日收件',
    closedToday: '今日办结',
    underWay: '正在办理',
    ready: '待领取',
  },
  today: '今天',
  /** One at a time at the foot, with the telephone for complaints always beside it. */
  told: [
    '办完请评价：在窗口，或网上“我的办件”打分。',
    '姓名和编号已遮盖，救助、医保等事项只显示类别。',
    '看接收凭证：编号最后七位，就是屏幕上的编号。',
  ],
  supervision: '监督电话',
  enquiries: '咨询电话',
  hotline: '便民热线 12345',
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

/** `11月23日 星期一` */
export function wallDay(now: string): string {
  const [, weekday = ''] = /（(.+)）/.exec(longDay(dayOf(now))) ?? []
  return `${shortDay(dayOf(now))} ${weekday}`
}

export const pageWords = (page: number, pages: number): string => `第${page + 1}页，共${pages}页`

/** `10:32更新` today, `3月13日更新` before. */
export function changeWords(changedAt: string, now: string): string {
  const day = dayOf(changedAt)
  return `${day === dayOf(now) ? time(changedAt) : shortDay(day)}更新`
}
