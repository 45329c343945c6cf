import type { Static } from 'typebox'
import { bookAct, defineBook, field, record } from '#capabilities/books/model.ts'
import { COST_KINDS } from '../contract/costs.ts'
import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'
import type { Organisation } from '../index.ts'
import { groundOf, outsideDuty, SEEN, type Ground } from './known.ts'

const FIELDS = {
  kind: field.choice('费用项目', COST_KINDS),
  payer: field.body('承担单位'),
  place: field.place('用在哪里'),
  day: field.day('日期'),
  yuan: field.count('金额（元）', { most: 100_000_000 }),
  quantity: field.optional(field.count('数量', { least: 1 })),
  design: field.optional(field.text('样式或规格', { most: 120, hint: '标识类填所用的样式' })),
  reused: field.optional(field.yes('利用原有资源', '整合利用原有场地、设备的，选是')),
  evidence: field.text('凭证', { least: 2, most: 200, hint: '合同、发票或者验收单的编号' }),
}
const Cost = record(FIELDS)
export type Cost = Static<typeof Cost>
const Voided = record({ reason: field.text('理由', { least: 4, most: 300 }) })

const act = bookAct<Cost, Ground>()

/** 费用承担和投入 (LS-2.2, LC-4.1-06, BS-3.2-05): who paid for what, where; what the plan gives to one side cannot be charged to the other. */
export const costBook = (organisation: Organisation) =>
  defineBook<typeof Cost, Ground>({
    kind: 'cost',
    words: {
      title: '经费和投入台账',
      entry: '这笔费用',
      text: '标识、硬件、指南、人员的费用由谁承担，以及各级投入的人力、财力、物力。方案规定由区里承担的不能记到镇上，反过来也一样。',
      basis: [
        'LS-2.2-01',
        'LS-2.2-03',
        'LS-2.3-04',
        'LS-2.3-07',
        'LC-4.1-06',
        'LC-1-08',
        'BS-3.2-05',
        'BS-2.3-01',
      ],
    },
    body: Cost,
    columns: ['kind', 'payer', 'place', 'yuan'],
    states: {
      booked: { title: '已入账', stands: true, tone: 'good' },
      voided: { title: '已冲销', final: true },
    },
    place: ({ kind, payer, place, day }) => ({
      ...{ title: COST_KINDS[kind], place, bodies: [payer], places: [place], from: day },
    }),
    sees: SEEN,
    world: groundOf(organisation),
    acts: [
      act({
        ...{ name: 'book', title: '登记费用', past: '登记了费用', tone: 'primary' },
        ...{ from: [], to: ['booked'], by: ['organiser'], input: Cost },
        refuse: ({ input, ...given }) => {
          const owner = given.world.known.places.get(input.place)?.owner
          if (input.day > given.world.today) return refuse('day-in-future', { from: input.day })
          return payerProblem(input, given.world.known) ?? outsideDuty(given, 'means', owner)
        },
      }),
      act({
        ...{ name: 'void', title: '冲销', past: '冲销了', tone: 'danger' },
        ...{ from: ['booked'], to: ['voided'], by: ['organiser'], input: Voided },
        refuse: ({ dossier, ...given }) =>
          outsideDuty(given, 'means', given.world.known.places.get(dossier.body.place)?.owner),
      }),
    ],
  })

/** Whose purse a cost belongs to under the plan: the district's (the owner of the hall) or the town's. */
export function payerProblem(
  { kind, payer }: Pick<Cost, 'kind' | 'payer'>,
  { bodies, parameters }: Pick<Ground, 'bodies' | 'parameters'>,
): OrganisationRefusal | undefined {
  const officers = parameters?.contractOfficerPayer
  const rules = [
    ...(parameters?.costBearing?.value ?? []).map((rule) => ({ ...rule, clauses: [rule.clause] })),
    ...(officers ? [{ kinds: ['contract-officer'], payer: officers.value, clauses: officers.clauses }] : []),
  ]
  const rule = rules.find(({ kinds }) => kinds.includes(kind))
  const tier = bodies.get(payer)?.tier
  if (rule === undefined || tier === undefined) return undefined
  const paidBy = tier === 5 ? 'town' : 'district'
  if (paidBy === rule.payer) return undefined
  return refuse('cost-not-theirs', { kind, payer, should: rule.payer }, rule.clauses.join('、'))
}
