import type { DeliveryMode, ItemVersion } from '../contract.ts'
import { promisedSentence, statutorySentence } from '../words/promise.ts'
import type { Difference } from './differences.ts'
import { PART_TITLES } from './part-titles.ts'

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
    ...changed(before, now, 'promisedLimit', promisedSentence, (text) => `办理时限改为：${text}`, true),
    ...changed(before, now, 'statutoryLimit', statutorySentence, (text) => `法定时限改为：${text}`),
    ...lines(before, now, 'conditions', '办理条件', '办理条件有变化，请看新的办事指南。'),
    ...lines(before, now, 'notAccepted', '不予受理的情形'),
    ...changedFee(before, now),
    ...changedDelivery(before, now),
    ...changed(...([before, now, 'visits', ({ visits }: ItemVersion) => String(visits)] as const), (visits) =>
      visits === '0' ? '不用再到现场。' : `要到现场${visits}次。`,
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
  return [...came, ...went, ...moved].map((text, index) => ({
    ...{ at: `/${key}`, part, text: `${part}${text}` },
    ...(index === 0 && applicants !== undefined ? { applicants } : {}),
  }))
}

function changedFee({ fee: before }: ItemVersion, { fee: now }: ItemVersion): Difference[] {
  const where = { at: '/fee', part: PART_TITLES.fee }
  if (before.charged === now.charged) return []
  return [
    now.charged
      ? { ...where, text: '现在要按规定收费。', applicants: '现在要按规定收费，请看新的办事指南。' }
      : { ...where, text: '现在不再收费。', applicants: '现在不再收费。' },
  ]
}

function changedDelivery({ delivery: before }: ItemVersion, { delivery: now }: ItemVersion): Difference[] {
  const where = { at: '/delivery', part: PART_TITLES.delivery }
  const gone = before.filter((mode) => !now.includes(mode)).map((mode) => `不再提供${DELIVERY[mode]}。`)
  const added = now.filter((mode) => !before.includes(mode)).map((mode) => `可以${DELIVERY[mode]}了。`)
  return [
    ...gone.map((text) => ({ ...where, text, applicants: text })),
    ...added.map((text) => ({ ...where, text })),
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
      if (earlier === undefined) return [{ at, part, text: `新增了环节“${name}”。` }]
      if (earlier.limitWorkingDays !== limitWorkingDays)
        return [
          {
            at,
            part,
            text: `环节“${name}”由${earlier.limitWorkingDays}个工作日改为${limitWorkingDays}个工作日。`,
          },
        ]
      const other = earlier.role !== role || earlier.standard !== standard || earlier.name !== name
      return other ? [{ at, part, text: `环节“${name}”的要求有变化。` }] : []
    }),
    ...old.flatMap(({ step, name }, index) =>
      is.has(step) ? [] : [{ at: `/process/steps/${index}`, part, text: `去掉了环节“${name}”。` }],
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
