import { limitWords } from '#ui/format/limit.ts'
import type { ItemVersion } from '../contract.ts'
import type { Difference } from './difference.ts'
import { PART_TITLES } from './part-titles.ts'
import { same } from './same.ts'

type Process = ItemVersion['process']

/** 告知承诺, 公示, 转报, 一起决定 and what a holder may apply for later: what came, what went, and what is otherwise. */
export function changedSpecial(before: ItemVersion, now: ItemVersion): Difference[] {
  return [
    ...changedCommitment(before, now),
    ...changedPublicity(before.process?.publicity, now.process?.publicity),
    ...changedForwarding(before.process?.forwardsTo, now.process?.forwardsTo),
    ...changedTogether(before.process, now.process),
    ...(['change', 'renew', 'cancel'] as const).flatMap((kind) => changedVariant(kind, before, now)),
  ]
}

const said = (at: string, text: string, applicants?: string): Difference => ({
  ...{ at, part: at.startsWith('/lifecycle') ? PART_TITLES.lifecycle : PART_TITLES.process, text },
  ...(applicants === undefined ? {} : { applicants }),
})

function changedCommitment(before: ItemVersion, now: ItemVersion): Difference[] {
  const [old, fresh] = [before.process?.commitment, now.process?.commitment]
  const at = '/process/commitment'
  if (same(old, fresh)) return []
  if (old === undefined)
    return [
      said(
        at,
        '可以选择告知承诺：书面承诺符合条件的，当场作出决定。',
        '现在可以选择告知承诺，当场作出决定。',
      ),
    ]
  if (fresh === undefined) return [said(at, '不再实行告知承诺。', '不能再选择告知承诺，要按一般程序办。')]
  const names = (replaces: readonly string[], item: ItemVersion) =>
    replaces.map((id) => item.materials.find((paper) => paper.id === id)?.name ?? id).join('、')
  const more = fresh.replaces.filter((id) => !old.replaces.includes(id))
  const less = old.replaces.filter((id) => !fresh.replaces.includes(id))
  const lines = [
    ...(more.length === 0 ? [] : [`承诺可以代替的材料增加：${names(more, now)}。`]),
    ...(less.length === 0 ? [] : [`承诺不再代替的材料：${names(less, before)}。`]),
    ...(same(old.check.within, fresh.check.within)
      ? []
      : [`承诺后的核查期限由${limitWords(old.check.within)}改为${limitWords(fresh.check.within)}。`]),
    ...(same(old.rectifyWithin, fresh.rectifyWithin)
      ? []
      : [`核查后的改正期限由${limitWords(old.rectifyWithin)}改为${limitWords(fresh.rectifyWithin)}。`]),
    ...(same([old.promises, old.liability], [fresh.promises, fresh.liability])
      ? []
      : ['承诺书的内容有变化。']),
  ]
  return (lines.length === 0 ? ['告知承诺的规定有变化。'] : lines).map((text) => said(at, text, text))
}

function changedPublicity(old: Process['publicity'], now: Process['publicity']): Difference[] {
  const at = '/process/publicity'
  if (same(old, now)) return []
  if (now === undefined) return [said(at, '决定以前不再公示。')]
  const told = `${now.where}公示${limitWords(now.within)}`
  if (old === undefined) return [said(at, `决定以前要先公示：在${told}。`, `决定以前要在${told}。`)]
  if (same([old.within, old.where], [now.within, now.where])) return [said(at, '公示的规定有变化。')]
  return [said(at, `公示改为：在${told}。`)]
}

function changedForwarding(old: Process['forwardsTo'], now: Process['forwardsTo']): Difference[] {
  const at = '/process/forwardsTo'
  if (same(old, now)) return []
  if (now === undefined) return [said(at, '改由本级决定，不再报上级。', '改由本级决定。')]
  if (old?.body === now.body) return [said(at, '报上级决定的规定有变化。')]
  return [said(at, `本级审查以后，报${now.body}决定。`, `本级审查以后，报${now.body}决定。`)]
}

function changedTogether(old: Process | undefined, now: Process | undefined): Difference[] {
  if ((old?.together ?? false) === (now?.together ?? false)) return []
  return [
    said('/process/together', now?.together === true ? '改为几个部门一起决定。' : '不再由几个部门一起决定。'),
  ]
}

const KINDS = { change: '变更', renew: '延续', cancel: '注销' } as const

function changedVariant(kind: keyof typeof KINDS, before: ItemVersion, now: ItemVersion): Difference[] {
  const [old, fresh] = [before.lifecycle?.[kind], now.lifecycle?.[kind]]
  const at = `/lifecycle/${kind}`
  const name = KINDS[kind]
  if (same(old, fresh)) return []
  if (old === undefined) return [said(at, `可以申请${name}了。`)]
  if (fresh === undefined) return [said(at, `不再受理${name}的申请。`)]
  if (same(old.promisedLimit, fresh.promisedLimit)) return [said(at, `${name}的规定有变化。`)]
  return [
    said(at, `${name}的办理时限由${limitWords(old.promisedLimit)}改为${limitWords(fresh.promisedLimit)}。`),
  ]
}
