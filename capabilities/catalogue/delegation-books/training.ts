import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { bookAct, defineBook, field, record } from '#capabilities/books/model.ts'
import type { Post } from '#capabilities/staff/contract.ts'
import { staff } from '#capabilities/staff/index.ts'
import { TRAINING, type DelegationMeans } from './means.ts'

const said = {
  post: field.post('岗位'),
  items: field.several(field.item(), '培训的事项', { most: 60 }),
  on: field.day('培训结束日期'),
  by: field.body('培训单位'),
  hours: field.count('学时', { least: 1, most: 400 }),
  until: field.optional(field.day('有效期至')),
}
/** Who that was and for whom they work, as it was on the day. */
const trainingBody = record({
  ...said,
  who: field.optional(field.text('人员', { most: 200 })),
  town: field.optional(field.body('所在单位')),
})
interface Training {
  post: string
  items: string[]
  on: string
  by: string
  hours: number
  until?: string
  who?: string
  town?: string
}
interface TrainingKnown {
  posts: ReadonlyMap<string, Pick<Post, 'id' | 'place' | 'body'>>
  names: ReadonlyMap<string, string>
}
const act = bookAct<Training, TrainingKnown>()

/** 上岗培训: who has been trained for which items; the town reports it, the county makes sure. */
export const trainingBook = ({ db }: DelegationMeans) =>
  defineBook({
    kind: TRAINING,
    words: {
      ...{ title: '上岗培训', entry: '这次培训' },
      text: '谁学过哪些事项。镇（街道）没有经过培训的人员，就不能承接下放的事项。',
      basis: ['BS-4.1-13', 'LS-2.6-03'],
    },
    body: trainingBody,
    states: {
      reported: { title: '待核实', waits: ['organiser'] },
      passed: { title: '合格', stands: true, tone: 'good' },
      failed: { title: '不合格', final: true, tone: 'bad' },
      over: { title: '已过有效期', final: true },
    },
    sees: { organiser: 'area', director: 'own-body', supervisor: 'area', head: 'area' },
    columns: ['who', 'items', 'on', 'by'],
    place: ({ post, who = post, items, on, by, town, until }) => ({
      ...{ title: who, key: `${post} ${on} ${[...items].toSorted().join(' ')}` },
      ...{ bodies: town === undefined ? [by] : [by, town], from: on },
      ...(until === undefined ? {} : { to: until }),
    }),
    byClock: { lapse: { from: 'passed', to: 'over' } },
    world: async ({ area, now }) => {
      const people = staff(db)
      const posts = (await people.postsOfArea(area)).filter(
        ({ validFrom, validTo }) =>
          validFrom <= legalDay(now) && (validTo === null || validTo >= legalDay(now)),
      )
      return {
        posts: new Map(posts.map((post) => [post.id, post])),
        names: await people.namesOf(
          area,
          posts.map(({ id }) => id),
        ),
      }
    },
    choices: (name, { names }) =>
      name === 'post' ? [...names].map(([value, label]) => ({ value, label })) : undefined,
    acts: [
      act({
        ...{ name: 'report', title: '登记培训', past: '登记培训', tone: 'primary' as const },
        ...{ from: [], to: ['reported'], by: ['organiser', 'director'], input: record(said) },
        refuse: ({ input, actor, world }) => {
          if (input.on > world.today) return refusal('training-not-over')
          const post = world.known.posts.get(input.post)
          const own =
            actor.kind === 'staff' && (actor.body === post?.body || actor.roles.includes('organiser'))
          return own ? undefined : refusal('training-elsewhere')
        },
        sets: ({ input, world: { known } }) => {
          const town = known.posts.get(input.post)?.body
          const who = known.names.get(input.post)
          return { ...input, ...(town ? { town } : {}), ...(who ? { who } : {}) }
        },
        due: ({ world }) => world.calendar.addWorkingDays(world.today, 5),
      }),
      act({
        ...{ name: 'confirm', title: '核实合格', past: '核实合格', tone: 'primary' as const },
        ...{ from: ['reported'], to: ['passed'], by: ['organiser'], otherHand: true },
        input: record({}),
      }),
      act({
        ...{ name: 'fail', title: '不合格', past: '核实不合格', tone: 'danger' as const },
        ...{ from: ['reported', 'passed'], to: ['failed'], by: ['organiser'] },
        input: record({ reason: field.text('原因', { least: 4, most: 300 }) }),
      }),
    ],
  })
