import type { ItemVersion, Limit } from '../contract.ts'

const SPANS: Readonly<Record<Limit['unit'], string>> = {
  'working-day': '个工作日',
  'calendar-day': '天（自然日，周末和节假日也算）',
  hour: '个小时',
}

/** 本事项承诺…: span, unit and where it counts from. */
export function promisedSentence({ promisedLimit }: Pick<ItemVersion, 'promisedLimit'>): string {
  if (promisedLimit.amount === 0) return '材料齐全的，当场办结。'
  return `承诺${span(promisedLimit)}办完，${countsFrom(promisedLimit)}。${note(promisedLimit)}`
}

export function statutorySentence({ statutoryLimit }: Pick<ItemVersion, 'statutoryLimit'>): string {
  if (statutoryLimit === undefined) return '法律、法规、规章没有规定办理期限，按承诺的期限办。'
  const basis = statutoryLimit.basis === undefined ? '' : `（${statutoryLimit.basis}）`
  return `法律规定最长${span(statutoryLimit)}${basis}，${countsFrom(statutoryLimit)}。${note(statutoryLimit)}`
}

function span({ amount, unit, within }: Limit): string {
  return `${amount}${within === undefined ? SPANS[unit] : '个工作小时（只算办公时间）'}`
}

/** The day the limit starts on is not counted (民法典第二百零一条); hours count from the moment. */
export function countsFrom({ unit, from }: Limit): string {
  const event = from === 'receipt' ? '收到申请' : '受理'
  return unit === 'hour' ? `从${event}时算起` : `从${event}的第二天算起`
}

function note(limit: Limit): string {
  return limit.note === undefined ? '' : `${limit.note.replace(/。$/, '')}。`
}
