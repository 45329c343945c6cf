import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { objectionOpen } from '#capabilities/case/chapters/hearing/rules.ts'
import { listedKinds, TECHNICAL } from '#capabilities/case/chapters/special/rules.ts'
import { hasStep } from '#capabilities/case/model/limits.ts'
import type { Asked, Input } from '../inputs.ts'
import { offered } from '../plot-list.ts'
import type { Doing } from './take.ts'

export const said = (input: Input): Doing => ({ fill: () => input })

/** Nothing of its law stands between acceptance and decision but the review. */
export const plain = ({ process, ...item }: ItemVersion): boolean =>
  listedKinds(item).length === 0 &&
  process.publicity === undefined &&
  process.forwardsTo === undefined &&
  process.together !== true &&
  !hasStep({ process }, 'survey')

export const technical = (item: ItemVersion): boolean =>
  listedKinds(item).some((kind) => TECHNICAL.includes(kind)) && item.process.forwardsTo === undefined

/** The first technical procedure the item knows, called for and looked at. */
export const started: Doing = {
  fill: (_asked, { item }) => ({
    kind: (listedKinds(item).find((kind) => TECHNICAL.includes(kind)) ?? listedKinds(item)[0])!,
    ...{ why: '有关情况需要进一步弄清。', doneBy: '示例技术机构', amount: 2, unit: 'working-day' },
  }),
}

export const ended = (result: 'met' | 'not-met'): Doing => ({
  fill: (asked) => ({
    kind: offered(asked, 'kind'),
    ...{ result, text: '已经完成。', standard: '示例技术规范' },
  }),
})

export const told = { ground: 'interests', why: '许可事项影响相邻各方。', others: [] }

export const held: Doing = {
  when: (dossier, { today }) => {
    const { convened } = dossier.hearing ?? {}
    return convened?.served !== undefined && convened.day <= today && !objectionOpen(dossier)
  },
  fill: () => ({
    ...{ people: ['测试甲', '测试乙'], evidence: '审查记录和图纸。', signed: true },
    record: '各方陈述意见并且质证，记录属实。',
  }),
}

export const concerned = (hearing: boolean): Doing =>
  said({ name: '测试戊', interest: '相邻通行', phone: '19900000000', hearing })

export const theirs = (more: Input) => ({
  fill: (asked: Asked) => ({ id: offered(asked, 'id'), ...more }),
})

/** Procedures in which something is examined between acceptance and decision. */
export const EXAMINING = ['approval', 'on-the-spot'] as const
