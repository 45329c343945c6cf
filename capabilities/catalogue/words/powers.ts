import type { Sentences } from '#platform/http/problem.ts'
import { day as dayText } from '#ui/format/day.ts'
import type { Grant, PowerRefusalCode } from '../contract.ts'

export const KIND_TITLES: Readonly<Record<Grant['kind'], string>> = {
  own: '法定',
  delegated: '下放（授权）',
  entrusted: '委托',
}

export const POWER_TITLES: Readonly<Record<Grant['powers'][number], string>> = {
  accept: '受理',
  decide: '决定',
  seal: '盖章',
}

export const STANDING_TITLES = {
  'in-force': '现行有效',
  future: '尚未生效',
  ended: '已经到期',
  takenBack: '已收回',
} as const

export const EVERYWHERE = '全区'
export const SYSTEM = '系统（事项发布）'

export const FACT_TITLES: Readonly<Record<string, string>> = {
  'power-granted': '授予',
  'power-amended': '变更',
  'power-taken-back': '收回',
}

export const FILE_COLUMNS = [
  ...['事项', '行使机构', '范围', '权力来源', '权力', '起:day', '止:day', '状态', '授予机关'],
  ...['依据文件', '文号', '印发日期:day', '条件'],
] as const

/** What a fact of the register changed, line by line. */
export function factDetails(body: Readonly<Record<string, unknown>>): string[] {
  const document = body['document'] as Grant['document']
  const conditions = body['conditions'] as readonly string[] | undefined
  const { from, to, on, reason, basis } = body as Record<string, string | null | undefined>
  return [
    ...(document ? [`${document.title}（${document.number}，${dayText(document.on)}印发）`] : []),
    ...(document?.announced ? [`${dayText(document.announced.on)}在${document.announced.where}公告`] : []),
    ...(document === undefined && basis ? [basis] : []),
    ...(from ? [`自${dayText(from)}起`] : []),
    ...(to ? [`至${dayText(to)}止`] : to === null ? ['不再设截止日期'] : []),
    ...(on ? [`自${dayText(on)}起不再行使`] : []),
    ...(reason ? [`理由：${reason}`] : []),
    ...(conditions?.map((condition) => `条件：${condition}`) ?? []),
  ]
}

const item = (facts: Readonly<Record<string, unknown>>): string =>
  facts['item'] === undefined ? '这个事项' : `“${String(facts['item'])}”`
const span = ({ from, to }: Readonly<Record<string, unknown>>): string =>
  `${dayText(String(from))}起${to === undefined ? '，没有截止日期' : `至${dayText(String(to))}`}`

export const powerRefusalWords: Readonly<Record<PowerRefusalCode, Sentences[string]>> = {
  'power-grant-not-found': '没有找到这项权力。请回到权责清单重新查找。',
  'power-forbidden-by-law': (facts) =>
    `法律、法规不允许把${item(facts)}的决定权交给其他机关。请从清单中去掉这个事项；镇（街道）仍可登记受理。`,
  'power-entrusting-off': '本区的方案没有开展授权委托审批，不能登记。需要开展的，请先修订方案。',
  'power-re-entrusted': (facts) =>
    `授予机关对${item(facts)}的权力本身是受委托或下放得来的，不能再委托。请改选法定的权力机关。`,
  'power-not-held': (facts) =>
    `授予机关在起始日没有${item(facts)}的法定权力，不能授予。请核对授予机关和起始日期。`,
  'power-body-no-organ': (facts) =>
    `${String(facts['body'])}不是行政机关，不能接受行政权力的委托或下放。请改选行政机关。`,
  'power-to-itself': '授予机关和接受机关是同一个机关。请核对后重新选择。',
  'power-own-hand': (facts) =>
    `您自己在${String(facts['body'] ?? '这个机关')}担任审批人员，不能登记、变更或收回它的权力。请由另一位登记人员办理。`,
  'power-place-elsewhere': '所选的办事场所不属于接受机关。请只选这个机关自己的场所，或不限定场所。',
  'power-days-reversed': '截止日期早于起始日期。请核对两个日期。',
  'power-not-announced': '委托应当先向社会公告。请写明公告的日期和地方，公告日期不晚于起始日期。',
  'power-overlaps': (facts) =>
    `这个机关对${item(facts)}已有同样的权力（${span(facts)}），不能重复登记。请改日期，或变更原来的登记。`,
  'power-own-is-law': '法定权力来自法律、法规，不能在这里变更或收回。法律变动的，请发布事项的新版本。',
  'power-ended': '这项权力已经到期或收回，不能再变更。需要继续的，请按新的文件重新登记。',
  'power-day-past': '日期早于今天，已经作出的决定不能追溯。请选择今天或以后的日期。',
}
