import type { Static } from 'typebox'
import { bookAct, defineBook, field, record } from '#capabilities/books/model.ts'
import { LIAISON_RANKS } from '../contract/liaison.ts'
import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'
import type { Organisation } from '../index.ts'
import { groundOf, outsideDuty, type Ground } from './known.ts'

const SEES = { organiser: 'area', supervisor: 'area' } as const

const GROUP = {
  sort: field.choice('形式', {
    'task-force': '工作专班',
    'leading-group': '领导小组',
    mechanism: '推进机制',
  }),
  unit: field.body('成立单位'),
  name: field.text('名称', { most: 80 }),
  chairPost: field.text('组长（牵头人）职务', { most: 60 }),
  chair: field.optional(field.text('组长（牵头人）', { most: 20, hint: '空缺时不填，会列入提醒' })),
  members: field.several(field.body(), '成员单位'),
  director: field.optional(field.text('办公室主任', { most: 20 })),
  since: field.day('成立日期'),
}
const Forming = record(GROUP)
const Group = record({
  ...GROUP,
  meetings: field.optional(field.count('会议次数')),
  lastMet: field.optional(field.day('最近一次会议')),
})
export type Group = Static<typeof Group>
const Chair = record({ chairPost: GROUP.chairPost, chair: GROUP.chair })
const Minutes = record({
  day: field.day('会议日期'),
  decided: field.text('议定事项', { least: 4, most: 1000 }),
})
const Ended = record({ reason: field.text('理由', { least: 4, most: 300 }) })
const groups = bookAct<Group, Ground>()

/** 工作专班、领导小组和推进机制 (YY-6.1, DW-5.2): who leads and who belongs to it; a vacant chair shows. */
export const taskForceBook = (organisation: Organisation) =>
  defineBook<typeof Group, Ground>({
    kind: 'task-force',
    words: {
      title: '专班和领导小组',
      entry: '这个专班',
      text: '谁牵头、哪些单位参加、开过什么会、定了什么。组长空缺和没有建立推进机制的镇（街道）会列出来。',
      basis: ['YY-6.1-01', 'YY-6.1-02', 'YY-6.1-03', 'DW-5.2-01', 'DW-5.2-02', 'DW-5.2-03'],
    },
    body: Group,
    columns: ['name', 'unit', 'chairPost', 'chair'],
    states: {
      working: { title: '在运行', stands: true, tone: 'good' },
      dissolved: { title: '已撤销', final: true },
    },
    place: ({ unit, name, members, since }) => ({
      ...{ title: name, key: `${unit}:${name}`, bodies: [unit, ...members], from: since },
    }),
    sees: SEES,
    world: groundOf(organisation),
    acts: [
      groups({
        ...{ name: 'form', title: '登记成立', past: '成立了', tone: 'primary' },
        ...{ from: [], to: ['working'], by: ['organiser'], input: Forming },
        refuse: (given) => outsideDuty(given, 'reform'),
      }),
      groups({
        ...{ name: 'change-chair', title: '变更组长', past: '变更了组长' },
        ...{ from: ['working'], to: 'same', by: ['organiser'], input: Chair },
        refuse: (given) => outsideDuty(given, 'reform'),
        sets: ({ input: { chairPost, chair } }) => ({ chairPost, chair: chair ?? null }),
      }),
      groups({
        ...{ name: 'minute', title: '记录会议', past: '开了会' },
        ...{ from: ['working'], to: 'same', by: ['organiser'], input: Minutes },
        refuse: (given) => outsideDuty(given, 'reform'),
        sets: ({ dossier, input }) => ({ meetings: (dossier.body.meetings ?? 0) + 1, lastMet: input.day }),
      }),
      groups({
        ...{ name: 'dissolve', title: '撤销', past: '撤销了', tone: 'danger' },
        ...{ from: ['working'], to: ['dissolved'], by: ['organiser'], input: Ended },
        refuse: (given) => outsideDuty(given, 'reform'),
      }),
    ],
  })

const Liaison = record({
  unit: field.body('单位'),
  name: field.text('联络人', { least: 2, most: 20 }),
  rank: field.choice('职级', LIAISON_RANKS),
  post: field.text('职务', { most: 60 }),
  phone: field.text('办公电话', { least: 5, most: 30 }),
})
export type Liaison = Static<typeof Liaison>
const liaisons = bookAct<Liaison, Ground>()

/** 联络人制度 (LC-4.3): each tier names liaisons of the rank the plan asks for; a wrong rank is refused. */
export const liaisonBook = (organisation: Organisation) =>
  defineBook<typeof Liaison, Ground>({
    kind: 'liaison',
    words: {
      title: '联络人',
      entry: '这位联络人',
      text: '各级按方案的要求明确联络人。职级不符合的登记不上，没有明确联络人的单位会列出来。',
      basis: ['LC-4.3-01', 'LC-4.3-02', 'LC-4.3-03'],
    },
    body: Liaison,
    columns: ['unit', 'name', 'rank', 'phone'],
    states: {
      named: { title: '在任', stands: true, tone: 'good' },
      replaced: { title: '已更换', final: true },
    },
    place: ({ unit, name, rank }) => ({ title: name, key: `${unit}:${rank}:${name}`, bodies: [unit] }),
    sees: { ...SEES, director: 'own-body' },
    world: groundOf(organisation),
    acts: [
      liaisons({
        ...{ name: 'name', title: '登记联络人', past: '登记了联络人', tone: 'primary' },
        ...{ from: [], to: ['named'], by: ['organiser'], input: Liaison },
        refuse: ({ input, ...given }) =>
          rankProblem(input, given.world.known) ?? outsideDuty(given, 'reform'),
      }),
      liaisons({
        ...{ name: 'replace', title: '更换', past: '更换了', tone: 'danger' },
        ...{ from: ['named'], to: ['replaced'], by: ['organiser'], input: Ended },
        refuse: (given) => outsideDuty(given, 'reform'),
      }),
    ],
  })

/** Which ranks a unit's liaisons have under the plan. */
export function ranksOf(
  { parameters }: Pick<Ground, 'parameters'>,
  tier: number,
): readonly string[] | undefined {
  const rule = parameters?.liaisons?.value
  return rule === undefined ? undefined : tier === 5 ? rule.town : rule.county
}

export function rankProblem(
  { unit, rank }: Pick<Liaison, 'unit' | 'rank'>,
  known: Pick<Ground, 'bodies' | 'parameters'>,
): OrganisationRefusal | undefined {
  const asked = ranksOf(known, known.bodies.get(unit)?.tier ?? 4)
  if (asked === undefined || asked.includes(rank)) return undefined
  const clauses = known.parameters?.liaisons?.clauses.join('、')
  return refuse(
    'liaison-rank-wrong',
    { rank, asked: asked.map((each) => LIAISON_RANKS[each as keyof typeof LIAISON_RANKS]) },
    clauses,
  )
}
