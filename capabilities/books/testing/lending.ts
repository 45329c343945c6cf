import { refusal } from '#engine/refusal.ts'
import { bookAct, defineBook, field, record } from '../model.ts'

/** A small book for tests: a thing is lent to a place, approved by another hand, and given back. */
const lent = record({
  thing: field.text('物品', { most: 40 }),
  place: field.place('借用场所'),
  from: field.day('借出日'),
  to: field.optional(field.day('应还日')),
  shelf: field.optional(field.choice('存放处', { hall: '大厅', store: '库房' })),
})
export interface Lent {
  thing: string
  place: string
  from: string
  to?: string
  shelf?: 'hall' | 'store'
}
const act = bookAct<Lent, { broken: readonly string[] }>()

export const lending = (broken: readonly string[]) =>
  defineBook({
    kind: 'lending-test',
    words: { title: '借用登记', entry: '这次借用', text: '物品借给场所使用。', basis: ['测试'] },
    body: lent,
    states: {
      asked: { title: '待批', waits: ['director'] },
      agreed: { title: '已批，待借出', stands: true },
      lent: { title: '在借', stands: true, tone: 'good' },
      over: { title: '已到期', final: true },
      'given-back': { title: '已归还', final: true },
      refused: { title: '未同意', final: true, tone: 'bad' },
    },
    sees: { 'window-clerk': 'own-place', director: 'area' },
    place: ({ thing, place, from, to }) => ({
      ...{ title: thing, key: thing, place, places: [place], from },
      ...(to === undefined ? {} : { to }),
    }),
    world: async () => ({ broken }),
    byClock: { begin: { from: 'agreed', to: 'lent' }, lapse: { from: 'lent', to: 'over' } },
    acts: [
      act({
        ...{
          name: 'ask',
          title: '申请借用',
          past: '申请借用',
          from: [],
          to: ['asked'],
          by: ['window-clerk', 'director'],
        },
        input: lent,
        refuse: ({ input, world }) =>
          world.known.broken.includes(input.thing) ? refusal('lending-broken') : undefined,
        due: ({ world }) => world.calendar.addWorkingDays(world.today, 2),
      }),
      act({
        ...{ name: 'agree', title: '同意', past: '同意', from: ['asked'], to: ['agreed'], by: ['director'] },
        ...{ otherHand: true, tone: 'primary' as const },
        input: record({ shelf: field.optional(field.choice('存放处', { hall: '大厅', store: '库房' })) }),
        sets: ({ input }) => input,
      }),
      act({
        ...{
          name: 'refuse',
          title: '不同意',
          past: '不同意',
          from: ['asked'],
          to: ['refused'],
          by: ['director'],
        },
        input: record({ reason: field.text('原因', { least: 4 }) }),
      }),
      act({
        ...{
          name: 'give-back',
          title: '归还',
          past: '归还',
          from: ['lent'],
          to: ['given-back'],
          by: ['window-clerk'],
        },
        input: record({}),
      }),
    ],
  })
