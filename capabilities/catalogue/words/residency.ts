import { GROUNDS, type ApprovedException } from '../residency/ground.ts'
import type { Lack } from '../residency/residency.ts'
import { day as dayText } from '#ui/format/day.ts'

type Facts = Readonly<Record<string, unknown>>

/** Sentences of refusals about residency and agreements (进驻、委托协议). */
export const residencySentences: Readonly<Record<string, string | ((facts: Facts) => string)>> = {
  'residency-exception-past': ({ day }) => `有效期至${dayText(String(day))}已经过去。请填写今天以后的日期。`,
  'residency-ground-closed': '本地方案没有把这一情形列为进驻例外。请改选方案列明的情形，或者安排窗口进驻。',
  'sinking-day-past': ({ day }) =>
    `起始日期${dayText(String(day))}已经过去。请退回后改为今天或者以后的日期。`,
  'sinking-no-station': ({ place }) => `“${String(place)}”不是便民服务站。请只选村（社区）的站点。`,
  'sinking-not-at-stations': ({ item }) =>
    `“${String(item)}”的实施清单没有写在便民服务站办理。请先变更事项的进驻方式。`,
  'sinking-licence': ({ item }) =>
    `“${String(item)}”是行政许可，不能由便民服务站直接办理。可以只下沉受理环节。`,
  'sinking-not-the-towns': ({ item }) =>
    `“${String(item)}”不由镇（街道）决定，站里不能直接办理。可以只下沉受理环节。`,
  'sinking-not-at-once': ({ item }) =>
    `“${String(item)}”不是即办件，要先审查再决定，站里不能直接办理。可以只下沉受理环节。`,
  'agreement-no-hall': '受托的要是政务服务大厅。请重新选择受托的中心。',
  'agreement-days-reversed': '终止日期要晚于起始日期，而且还没有过去。请改正日期后再提交。',
  'agreement-not-announced': '委托内容要先公告再实施。请把公告日期改到起始日期当天或者以前。',
  'agreement-with-itself': '委托单位就是中心的举办单位，不需要签委托协议。请选择其他单位。',
  'agreement-item-not-theirs': ({ item }) =>
    `“${String(item)}”不是这个单位审批的事项。请只选这个单位自己的事项。`,
  'agreement-item-not-at-hall': ({ item }) =>
    `“${String(item)}”的实施清单没有写大厅受理。请先变更事项的进驻方式，再签协议。`,
}

export const LACK_WORDS: Readonly<Record<Lack, string>> = {
  'not-offered': '实施清单没有写在这里办理',
  'no-window': '没有受理这一领域的窗口',
  'window-closed': '受理这一领域的窗口停开，没有写明哪天恢复',
  'no-power': '窗口没有受理权（没有登记或者已经到期）',
}

export const exceptionText = ({ ground, reason, approvalNo, to }: ApprovedException): string =>
  `${GROUNDS[ground]}：${reason}（${approvalNo}${to === undefined ? '' : `，至${dayText(to)}`}）`

/** 99.9%, cut and never rounded up: a gap must not read as one hundred. */
export const rateText = (permille: number): string => `${(permille / 10).toFixed(1)}%`

export const RESIDENCY_WORDS = {
  all: '全部事项',
  towns: '各镇（街道）',
  except: '申报进驻例外',
  change: '变更事项的进驻方式',
  register: '登记受理权',
  agree: '签订委托协议',
  window: '安排窗口岗位',
  reopen: '恢复窗口服务',
  missing: '未进驻',
  excepted: '例外',
  inHall: '已进厅',
  notInHall: '未进厅',
  gapColumns: ['事项名称', '事项类型', '领域', '责任单位', '状态', '缺在哪里', '例外'],
  rateColumns: ['分类', '名称', '应进驻:number', '已进驻:number', '例外:number', '未进驻:number', '进驻率'],
  unitColumns: ['单位', '事项数:number', '窗口', '委托受理:number', '状态'],
  groups: { byType: '事项类型', byDomain: '领域', byPlace: '场所', total: '合计' },
  titles: { gaps: '未进驻和例外事项', rates: '进驻率', units: '单位进厅率' },
} as const
