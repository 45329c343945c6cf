import type { Static } from 'typebox'
import { bookAct, defineBook, field, record } from '#capabilities/books/model.ts'
import type { Organisation } from '../index.ts'
import { refuse } from '../contract/refusal.ts'
import { groundOf, outsideDuty, SEEN, type Ground } from './known.ts'

const FIELDS = {
  body: field.body('部门'),
  name: field.text('科室名称', { most: 60 }),
  sort: field.choice('科室', { licensing: '行政许可科', other: '其他科室' }),
  place: field.optional(field.place('在哪里办公')),
  items: field.optional(field.several(field.item(), '由它办理的许可事项', { least: 0 })),
}
const Section = record(FIELDS)
export type Section = Static<typeof Section>
const Changed = record({ place: FIELDS.place, items: FIELDS.items })
const Closed = record({ document: field.text('依据的文件', { least: 4, most: 200 }) })
const section = bookAct<Section, Ground>()

/** 行政许可科和其他科室 (YY-1.2.2-04, -05): where a department's licences are dealt with; what 三集中 is counted from. */
export const sectionBook = (organisation: Organisation) =>
  defineBook<typeof Section, Ground>({
    kind: 'licensing-section',
    words: {
      title: '许可科室台账',
      entry: '这个科室',
      text: '没有划转许可事项的部门，由哪个科室办理许可，这个科室在哪里办公，还有哪些许可事项留在别的科室。',
      basis: ['YY-1.2.2-04', 'YY-1.2.2-05', 'YY-1.2.2-06'],
    },
    body: Section,
    columns: ['body', 'name', 'sort', 'place'],
    states: {
      standing: { title: '在运行', stands: true, tone: 'good' },
      closed: { title: '已撤并', final: true },
    },
    place: ({ body, name, sort, place }) => ({
      title: name,
      key: sort === 'licensing' ? `licensing:${body}` : `${body}:${name}`,
      bodies: [body],
      ...(place === undefined ? {} : { place, places: [place] }),
    }),
    sees: SEEN,
    world: groundOf(organisation),
    acts: [
      section({
        ...{ name: 'set-up', title: '登记科室', past: '登记了科室', tone: 'primary' },
        ...{ from: [], to: ['standing'], by: ['organiser'], input: Section },
        refuse: (given) => outsideDuty(given, 'reform'),
      }),
      section({
        ...{ name: 'change', title: '变更', past: '变更了' },
        ...{ from: ['standing'], to: 'same', by: ['organiser'], input: Changed },
        refuse: (given) => outsideDuty(given, 'reform'),
        sets: ({ input }) => input,
      }),
      section({
        ...{ name: 'close', title: '撤并', past: '撤并了', tone: 'danger' },
        ...{ from: ['standing'], to: ['closed'], by: ['organiser'], input: Closed },
        refuse: (given) => outsideDuty(given, 'reform'),
      }),
    ],
  })

const GIVEN = {
  body: field.body('授权部门'),
  post: field.post('首席代表'),
  items: field.several(field.item(), '授权办理的事项'),
  from: field.day('起始日期'),
  to: field.day('截止日期'),
  document: field.text('授权委托书编号', { least: 4, most: 120 }),
}
const Authorisation = record(GIVEN)
export type Authorisation = Static<typeof Authorisation>
const Ended = record({ reason: field.text('理由', { least: 4, most: 300 }) })
const authorises = bookAct<Authorisation, Ground>()

/** 审批授权委托 (YY-1.2.2-08): what a department's representative in the hall may decide, by a signed paper and with an end. */
export const authorisationBook = (organisation: Organisation) =>
  defineBook<typeof Authorisation, Ground>({
    kind: 'authorisation',
    words: {
      title: '审批授权委托书',
      entry: '这份委托书',
      text: '部门授权首席代表在大厅审批哪些事项，从哪天到哪天。超出授权范围的决定会被拒绝。',
      basis: ['YY-1.2.2-08'],
    },
    body: Authorisation,
    columns: ['body', 'post', 'items', 'to'],
    states: {
      signed: { title: '已签署，未到日期', waits: ['organiser'] },
      'in-force': { title: '生效', stands: true, tone: 'good' },
      ended: { title: '已结束', final: true },
    },
    place: ({ body, post, document, from, to }) => ({
      ...{ title: document, key: post, bodies: [body], from, to },
    }),
    sees: { organiser: 'area', supervisor: 'area', director: 'own-body', approver: 'own-body' },
    world: groundOf(organisation),
    byClock: { begin: { from: 'signed', to: 'in-force' }, lapse: { from: 'in-force', to: 'ended' } },
    acts: [
      authorises({
        ...{ name: 'sign', title: '登记委托书', past: '登记了委托书', tone: 'primary' },
        ...{ from: [], to: ['signed', 'in-force'], by: ['organiser'], input: Authorisation },
        lawful: 'YY-1.2.2-08',
        refuse: ({ input, ...given }) =>
          input.to < input.from ? refuse('days-reversed') : outsideDuty(given, 'reform'),
        goes: ({ input, world }) => (input.from <= world.today ? 'in-force' : 'signed'),
      }),
      authorises({
        ...{ name: 'end', title: '提前结束', past: '提前结束了', tone: 'danger' },
        ...{ from: ['signed', 'in-force'], to: ['ended'], by: ['organiser'], input: Ended },
        refuse: (given) => outsideDuty(given, 'reform'),
      }),
    ],
  })

const NOTED = {
  town: field.body('镇（街道）'),
  office: field.text('在哪里办的', { most: 60, hint: '例如：镇农业办公室' }),
  item: field.item(),
  day: field.day('日期'),
  count: field.count('件数', { least: 1, most: 10_000 }),
  reason: field.text('为什么没有在中心办', { least: 2, most: 300 }),
}
const Elsewhere = record(NOTED)
export type Elsewhere = Static<typeof Elsewhere>
const notes = bookAct<Elsewhere, Ground>()

/** 中心外办件 (BS-4.1-12, BS-2.1-08): what another office of the town still handled, so that the share of the centre is true. */
export const elsewhereBook = (organisation: Organisation) =>
  defineBook<typeof Elsewhere, Ground>({
    kind: 'handled-elsewhere',
    words: {
      title: '中心外办件',
      entry: '这条记录',
      text: '镇（街道）其他科室、站所还在办的件。记下来，事项向中心集中的比例才准。',
      basis: ['BS-4.1-12', 'BS-2.1-08', 'LS-2.3-05'],
    },
    body: Elsewhere,
    columns: ['town', 'office', 'item', 'count'],
    states: { noted: { title: '已记录', stands: true }, struck: { title: '已撤销', final: true } },
    place: ({ town, office, item, day }) => ({ title: office, item, bodies: [town], from: day }),
    sees: { organiser: 'area', supervisor: 'area', director: 'own-body' },
    world: groundOf(organisation),
    acts: [
      notes({
        ...{ name: 'note', title: '登记', past: '登记了', tone: 'primary' },
        ...{ from: [], to: ['noted'], by: ['organiser', 'supervisor'], input: Elsewhere },
        refuse: ({ input, ...given }) => {
          if (given.world.known.bodies.get(input.town)?.tier !== 5)
            return refuse('quota-not-a-town', { body: input.town })
          return input.day > given.world.today ? refuse('day-in-future', { from: input.day }) : undefined
        },
      }),
      notes({
        ...{ name: 'strike', title: '撤销', past: '撤销了', tone: 'danger' },
        ...{ from: ['noted'], to: ['struck'], by: ['organiser', 'supervisor'], input: Ended },
      }),
    ],
  })
