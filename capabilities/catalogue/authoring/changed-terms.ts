import type { DeliveryMode, ItemVersion, Limit } from '../contract.ts'
import { promisedSentence, statutorySentence } from '../words/promise.ts'
import { lessIsEasier, type Difference, type Weight } from './difference.ts'
import { PART_TITLES } from './part-titles.ts'
import { same } from './same.ts'

/** Name, limits, conditions, steps, fee, delivery, visits, law and contact. */
export function changedTerms(before: ItemVersion, now: ItemVersion): Difference[] {
  return [
    ...changed(
      before,
      now,
      'name',
      ({ name }) => name,
      (name) => `事项名称改为“${name}”。`,
      true,
    ),
    ...weighed(
      changed(before, now, 'promisedLimit', promisedSentence, (text) => `办理时限改为：${text}`, true),
      weightOfLimit(before.promisedLimit, now.promisedLimit),
    ),
    ...weighed(
      changed(before, now, 'statutoryLimit', statutorySentence, (text) => `法定时限改为：${text}`),
      weightOfLimit(before.statutoryLimit, now.statutoryLimit),
    ),
    ...lines(before, now, 'conditions', '办理条件', '办理条件有变化，请看新的办事指南。'),
    ...lines(before, now, 'notAccepted', '不予受理的情形'),
    ...changedFee(before, now),
    ...changedDelivery(before, now),
    ...weighed(
      changed(...([before, now, 'visits', ({ visits }: ItemVersion) => String(visits)] as const), (visits) =>
        visits === '0' ? '不用再到现场。' : `要到现场${visits}次。`,
      ),
      lessIsEasier(before.visits, now.visits),
    ),
    ...changedSteps(before, now),
    ...changedBases(before, now),
    ...changed(
      before,
      now,
      'enquiryPhone',
      ({ enquiryPhone }) => enquiryPhone,
      (phone) => `咨询电话改为${phone}。`,
    ),
    ...changed(
      ...([before, now, 'complaintPhone', ({ complaintPhone }: ItemVersion) => complaintPhone] as const),
      (phone) => `投诉电话改为${phone}。`,
    ),
    ...changed(
      before,
      now,
      'effectiveTo',
      ({ effectiveTo }) => effectiveTo ?? '',
      (day) => (day === '' ? '不再有停用日期。' : `到${day}停用。`),
    ),
  ]
}

const weighed = (said: Difference[], weight: Weight | undefined): Difference[] =>
  weight === undefined ? said : said.map((each) => ({ ...each, weight }))

/** Days of one kind from one event; any other two limits are not to be held against each other. */
function weightOfLimit(before: Limit | undefined, now: Limit | undefined): Weight | undefined {
  if (before === undefined || now === undefined) return now === before || now ? 'neutral' : 'burdens'
  const alike = before.unit === now.unit && before.within === now.within && begins(before) === begins(now)
  return alike ? lessIsEasier(before.amount, now.amount) : undefined
}

const begins = ({ from = 'acceptance' }: Limit) => from

function changed(
  before: ItemVersion,
  now: ItemVersion,
  key: keyof ItemVersion,
  value: (item: ItemVersion) => string,
  say: (value: string) => string,
  applicants = false,
): Difference[] {
  const fresh = value(now)
  if (value(before) === fresh) return []
  const text = say(fresh)
  return [{ at: `/${key}`, part: PART_TITLES[key], text, ...(applicants ? { applicants: text } : {}) }]
}

/** A list of sentences: what came and what went, word for word; applicants only hear that it changed. */
function lines(
  before: ItemVersion,
  now: ItemVersion,
  key: 'conditions' | 'notAccepted',
  part: string,
  applicants?: string,
): Difference[] {
  const [old, fresh] = [before[key] ?? [], now[key] ?? []]
  const came = fresh.filter((line) => !old.includes(line)).map((line) => `新增：${line}`)
  const went = old.filter((line) => !fresh.includes(line)).map((line) => `删去：${line}`)
  const moved = came.length + went.length === 0 && old.join('\n') !== fresh.join('\n') ? ['次序有调整。'] : []
  const all = [
    ...came.map((text) => ({ text, weight: 'burdens' as const })),
    ...went.map((text) => ({ text, weight: 'eases' as const })),
    ...moved.map((text) => ({ text, weight: 'neutral' as const })),
  ]
  return all.map(({ text, weight }, index) => ({
    ...{ at: `/${key}`, part, text: `${part}${text}`, weight },
    ...(index === 0 && applicants !== undefined ? { applicants } : {}),
  }))
}

function changedFee({ fee: before }: ItemVersion, { fee: now }: ItemVersion): Difference[] {
  const where = { at: '/fee', part: PART_TITLES.fee }
  if (before.charged === now.charged) return changedFeeLines(before.lines ?? [], now.lines ?? [])
  return [
    now.charged
      ? {
          ...where,
          text: '现在要按规定收费。',
          applicants: '现在要按规定收费，请看新的办事指南。',
          weight: 'burdens',
        }
      : { ...where, text: '现在不再收费。', applicants: '现在不再收费。', weight: 'eases' },
  ]
}

/** Line by line: whether another standard is more or less is for people to read. */
function changedFeeLines(before: FeeLines, now: FeeLines): Difference[] {
  const where = { at: '/fee/lines', part: PART_TITLES.fee }
  const [was, is] = [before, now].map((lines) => new Map(lines.map((line) => [line.name, line]))) as [
    Map<string, FeeLines[number]>,
    Map<string, FeeLines[number]>,
  ]
  return [
    ...now.flatMap(({ name, standard }): Difference[] => {
      const said = { ...where, text: `新收“${name}”：${standard}` }
      return was.has(name) ? [] : [{ ...said, applicants: said.text, weight: 'burdens' }]
    }),
    ...before.flatMap(({ name }): Difference[] => {
      const said = { ...where, text: `不再收“${name}”。` }
      return is.has(name) ? [] : [{ ...said, applicants: said.text, weight: 'eases' }]
    }),
    ...now.flatMap((line): Difference[] => {
      const earlier = was.get(line.name)
      if (earlier === undefined || same(earlier, line)) return []
      const text = `“${line.name}”的收费标准改为：${line.standard}`
      return [
        {
          ...where,
          text,
          ...(earlier.standard === line.standard ? { weight: 'neutral' } : { applicants: text }),
        },
      ]
    }),
  ]
}

type FeeLines = NonNullable<ItemVersion['fee']['lines']>

function changedDelivery({ delivery: before }: ItemVersion, { delivery: now }: ItemVersion): Difference[] {
  const where = { at: '/delivery', part: PART_TITLES.delivery }
  const gone = before.filter((mode) => !now.includes(mode)).map((mode) => `不再提供${DELIVERY[mode]}。`)
  const added = now.filter((mode) => !before.includes(mode)).map((mode) => `可以${DELIVERY[mode]}了。`)
  return [
    ...gone.map((text) => ({ ...where, text, applicants: text })),
    ...added.map((text) => ({ ...where, text, weight: 'neutral' as const })),
  ]
}

const DELIVERY: Readonly<Record<DeliveryMode, string>> = {
  window: '窗口领取',
  electronic: '电子送达',
  post: '邮寄到家',
}

function changedSteps(before: ItemVersion, now: ItemVersion): Difference[] {
  const part = PART_TITLES.process
  const [old, fresh] = [before.process?.steps ?? [], now.process?.steps ?? []]
  const was = new Map(old.map((each) => [each.step, each]))
  const is = new Set(fresh.map(({ step }) => step))
  return [
    ...fresh.flatMap(({ step, name, limitWorkingDays, role, standard }, index): Difference[] => {
      const at = `/process/steps/${index}`
      const earlier = was.get(step)
      if (earlier === undefined) return [{ at, part, text: `新增了环节“${name}”。`, weight: 'burdens' }]
      if (earlier.limitWorkingDays !== limitWorkingDays)
        return [
          {
            at,
            part,
            text: `环节“${name}”由${earlier.limitWorkingDays}个工作日改为${limitWorkingDays}个工作日。`,
            weight: 'neutral',
          },
        ]
      const other = earlier.role !== role || earlier.standard !== standard || earlier.name !== name
      return other ? [{ at, part, text: `环节“${name}”的要求有变化。`, weight: 'neutral' }] : []
    }),
    ...old.flatMap(({ step, name }, index) =>
      is.has(step)
        ? []
        : [{ at: `/process/steps/${index}`, part, text: `去掉了环节“${name}”。`, weight: 'eases' as const }],
    ),
  ]
}

function changedBases(before: ItemVersion, now: ItemVersion): Difference[] {
  const part = PART_TITLES.legalBasis
  const key = ({ law, article }: ItemVersion['legalBasis'][number]) => `${law}${article}`
  const [old, fresh] = [before.legalBasis ?? [], now.legalBasis ?? []]
  const texts = new Map(old.map((each) => [key(each), each.text]))
  const is = new Set(fresh.map(key))
  return [
    ...fresh.flatMap((each, index): Difference[] => {
      const at = `/legalBasis/${index}`
      const earlier = texts.get(key(each))
      if (earlier === undefined) return [{ at, part, text: `新增了依据${key(each)}。` }]
      return earlier === each.text ? [] : [{ at, part, text: `依据${key(each)}的条文有变化。` }]
    }),
    ...old.flatMap((each, index) =>
      is.has(key(each)) ? [] : [{ at: `/legalBasis/${index}`, part, text: `不再依据${key(each)}。` }],
    ),
  ]
}
