import type { Static } from 'typebox'
import { bookAct, defineBook, field, record } from '#capabilities/books/model.ts'
import { refuse } from '../contract/refusal.ts'
import type { Organisation } from '../index.ts'
import { groundOf, outsideDuty, type Ground } from './known.ts'

const QUOTA_KINDS = {
  administrative: '行政编制',
  institution: '事业编制',
  hired: '政务服务专员名额',
} as const

const Quota = record({
  town: field.body('镇（街道）'),
  kind: field.choice('编制', QUOTA_KINDS),
  direction: field.choice('增减', { more: '增加', less: '减少' }),
  count: field.count('人数', { least: 1, most: 500 }),
  on: field.day('从哪天起'),
  document: field.text('依据的文件', { least: 4, most: 200 }),
})
export type Quota = Static<typeof Quota>
const Withdrawn = record({ reason: field.text('理由', { least: 4, most: 300 }) })

const act = bookAct<Quota, Ground>()

/** 编制资源倾斜 (BS-4.1-11): what a town was given or lost, from which day; the net shift is computed and never typed in. */
export const quotaBook = (organisation: Organisation) =>
  defineBook<typeof Quota, Ground>({
    kind: 'quota',
    words: {
      title: '编制台账',
      entry: '这次编制变动',
      text: '镇（街道）的编制从哪天起增加或者减少多少，依据哪个文件。净增减由系统计算。',
      basis: ['BS-4.1-11', 'BS-2.4-01'],
    },
    body: Quota,
    columns: ['town', 'kind', 'direction', 'count'],
    states: {
      decided: { title: '已定，未到日期', waits: ['organiser'] },
      counted: { title: '已生效', stands: true, tone: 'good' },
      withdrawn: { title: '已撤回', final: true },
    },
    place: ({ town, kind, on }) => ({ title: QUOTA_KINDS[kind], bodies: [town], from: on }),
    sees: { organiser: 'area', supervisor: 'area', director: 'own-body' },
    world: groundOf(organisation),
    byClock: { begin: { from: 'decided', to: 'counted' } },
    acts: [
      act({
        ...{ name: 'decide-quota', title: '登记编制变动', past: '登记了编制变动', tone: 'primary' },
        ...{ from: [], to: ['decided', 'counted'], by: ['organiser'], input: Quota },
        lawful: 'BS-4.1-11',
        refuse: ({ input, ...given }) =>
          given.world.known.bodies.get(input.town)?.tier === 5
            ? outsideDuty(given, 'reform')
            : refuse('quota-not-a-town', { body: input.town }),
        goes: ({ input, world }) => (input.on <= world.today ? 'counted' : 'decided'),
      }),
      act({
        ...{ name: 'withdraw', title: '撤回', past: '撤回了', tone: 'danger' },
        ...{ from: ['decided', 'counted'], to: ['withdrawn'], by: ['organiser'], input: Withdrawn },
        refuse: (given) => outsideDuty(given, 'reform'),
      }),
    ],
  })
