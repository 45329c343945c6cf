import type { Static } from 'typebox'
import { bookAct, defineBook, field, record } from '#capabilities/books/model.ts'
import { held } from '#capabilities/books/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'
import type { Organisation } from '../index.ts'
import { groundOf, outsideDuty, SEEN, type Ground } from './known.ts'
import type { StandardClause } from './standard.ts'

interface Keeping extends Ground {
  /** Clauses in force, by their entry. */
  clauses: ReadonlyMap<string, StandardClause>
}

const keepingOf = (db: Queryable, organisation: Organisation) => {
  const ground = groundOf(organisation)
  return async (asked: Parameters<typeof ground>[0]): Promise<Keeping> => ({
    ...(await ground(asked)),
    clauses: await clausesInForce(db, asked.area),
  })
}

/** The clauses an area keeps to now; a revised one with its newest words. */
export async function clausesInForce(
  db: Queryable,
  area: string,
): Promise<ReadonlyMap<string, StandardClause>> {
  const found = await held<StandardClause>(db, { kind: 'standard-clause' }, { area, open: true })
  return new Map(found.map(({ id, entry }) => [id, entry.body]))
}

const clause = (title: string) => field.clause(title, '从现行条款中选择')

const ADOPTION = {
  place: field.place(),
  clause: clause('条款'),
  photo: field.optional(field.photo('上墙照片', '拍清楚墙上的制度名称和正文')),
}
const Adopting = record(ADOPTION)
const Adoption = record({
  ...ADOPTION,
  title: field.text('题名'),
  edition: field.count('采用的版本', { least: 1 }),
})
export type Adoption = Static<typeof Adoption>
const Renewal = record({ photo: ADOPTION.photo })
const adopts = bookAct<Adoption, Keeping>()

/** 制度落实和上墙 (LC-1-05, LC-3.8-18): which place keeps to which clause, in which edition, and the photo of the wall. */
export const adoptionBook = (db: Queryable, organisation: Organisation) =>
  defineBook<typeof Adoption, Keeping>({
    kind: 'adoption',
    words: {
      title: '制度落实台账',
      entry: '这次落实',
      text: '哪个场所落实了哪一条，用的是第几版，上墙的照片是哪一张。',
      basis: ['LC-1-05', 'LC-2.1-05', 'LC-3.8-18', 'DW-1-06'],
    },
    body: Adoption,
    columns: ['place', 'title', 'edition'],
    states: {
      adopted: { title: '已落实', stands: true, tone: 'good' },
      dropped: { title: '不再落实', final: true },
    },
    place: ({ place, title, clause: of }) => ({ title, key: `${place}:${of}`, place, places: [place] }),
    sees: SEEN,
    world: keepingOf(db, organisation),
    choices: (name, known, _entry, actor) => {
      if (name === 'clause') return clauseChoices(known.clauses)
      if (name !== 'place') return undefined
      return [...known.places.values()]
        .filter(({ id }) => ownGround(actor, { known }, id) === undefined)
        .map(({ id, name: label }) => ({ value: id, label }))
    },
    acts: [
      adopts({
        ...{ name: 'adopt', title: '登记落实', past: '登记了落实', tone: 'primary' },
        ...{ from: [], to: ['adopted'], by: ['organiser', 'director'], input: Adopting },
        refuse: ({ input, actor, world }) =>
          clauseProblem(world.known, input) ?? ownGround(actor, world, input.place),
        sets: ({ input, world: { known } }) => {
          const { title, edition } = known.clauses.get(input.clause)!
          return { ...input, title, edition }
        },
      }),
      adopts({
        ...{ name: 'renew', title: '采用新的版本', past: '采用了新的版本', tone: 'primary' },
        ...{ from: ['adopted'], to: 'same', by: ['organiser', 'director'], input: Renewal },
        refuse: ({ dossier, actor, world }) =>
          clauseProblem(world.known, dossier.body) ?? ownGround(actor, world, dossier.body.place),
        sets: ({ dossier, input, world: { known } }) => ({
          ...input,
          edition: known.clauses.get(dossier.body.clause)!.edition,
        }),
      }),
      adopts({
        ...{ name: 'drop', title: '不再落实', past: '不再落实', tone: 'danger' },
        ...{ from: ['adopted'], to: ['dropped'], by: ['organiser'], input: record({}) },
        refuse: ({ dossier, actor, world }) => ownGround(actor, world, dossier.body.place),
      }),
    ],
  })

const INSPECTION = {
  place: field.place(),
  day: field.day('检查日期'),
  passed: field.optional(field.several(clause('条款'), '合格的条款')),
  failed: field.optional(field.several(clause('条款'), '不合格的条款')),
  note: field.optional(field.text('说明', { most: 500 })),
}
const Inspecting = record(INSPECTION)
const Inspection = record({
  ...INSPECTION,
  lines: field.several(field.text('检查内容', { most: 500 }), '逐条结果', { most: 400 }),
  body: field.optional(field.body('窗口所属单位')),
})
export type Inspection = Static<typeof Inspection>
const inspects = bookAct<Inspection, Keeping>()

/** 标准执行检查 (YY-1.2.5-05): each line is the sentence of the clause as it was on that day, with its edition. */
export const inspectionBook = (db: Queryable, organisation: Organisation) =>
  defineBook<typeof Inspection, Keeping>({
    kind: 'inspection-note',
    words: {
      title: '标准执行检查',
      entry: '这次检查',
      text: '照现行条款逐条看，记下合格和不合格的。条款修订后，新的检查用新的条文。',
      basis: ['YY-1.2.5-05', 'YY-1.2.5-06', 'YY-1.2.2-09', 'DW-1-05'],
    },
    body: Inspection,
    columns: ['place', 'day', 'failed'],
    states: {
      noted: { title: '已记录', stands: true, tone: 'good' },
      struck: { title: '已撤销', final: true },
    },
    place: ({ place, day }) => ({ title: `${day}的检查`, place, places: [place], from: day }),
    sees: SEEN,
    world: keepingOf(db, organisation),
    choices: (name, { clauses }) =>
      name === 'passed' || name === 'failed' ? clauseChoices(clauses) : undefined,
    acts: [
      inspects({
        ...{ name: 'inspect', title: '记录检查', past: '记录了检查', tone: 'primary' },
        ...{ from: [], to: ['noted'], by: ['organiser', 'supervisor'], input: Inspecting },
        refuse: ({ input, actor, world }) => {
          const { passed = [], failed = [], place, day } = input
          if (day > world.today) return refuse('day-in-future', { from: day })
          if (passed.length + failed.length === 0) return refuse('inspection-of-nothing')
          const bad = [...passed, ...failed]
            .map((id) => clauseProblem(world.known, { place, clause: id }))
            .find((problem) => problem !== undefined)
          return bad ?? outsideDuty({ actor, world }, 'appraisal')
        },
        sets: ({ input, world: { known } }) => {
          const line = (verdict: string) => (id: string) => {
            const { no, title, edition, check } = known.clauses.get(id)!
            return `${no} ${title}（第${edition}版）：${check}——${verdict}`
          }
          const { passed = [], failed = [] } = input
          return { ...input, lines: [...passed.map(line('合格')), ...failed.map(line('不合格'))] }
        },
      }),
      inspects({
        ...{ name: 'strike', title: '撤销', past: '撤销了', tone: 'danger' },
        ...{ from: ['noted'], to: ['struck'], by: ['organiser', 'supervisor'] },
        input: record({ reason: field.text('理由', { least: 4, most: 300 }) }),
        refuse: (given) => outsideDuty(given, 'appraisal'),
      }),
    ],
  })

const KINDS: Readonly<Record<string, StandardClause['forKinds'][number]>> = {
  ...{ hall: 'hall', centre: 'centre', station: 'station', point: 'station' },
}

function clauseProblem(
  { clauses, places }: Keeping,
  asked: { place: string; clause: string },
): OrganisationRefusal | undefined {
  const found = clauses.get(asked.clause)
  if (found === undefined) return refuse('clause-not-in-force')
  const kind = KINDS[places.get(asked.place)?.kind ?? '']
  return kind !== undefined && found.forKinds.includes(kind)
    ? undefined
    : refuse('clause-not-for-place', { clause: found.title })
}

/** A director writes down what the own place does; an officer what is within the duty of the own body. */
function ownGround(
  actor: Parameters<typeof outsideDuty>[0]['actor'],
  world: { known: Keeping },
  place: string,
): OrganisationRefusal | undefined {
  if (actor.kind === 'staff' && actor.roles.includes('director') && actor.place === place) return undefined
  return outsideDuty({ actor, world }, 'adoption', world.known.places.get(place)?.owner)
}

const clauseChoices = (clauses: Keeping['clauses']) =>
  [...clauses].map(([value, { no, title, edition }]) => ({
    value,
    label: `${no} ${title}（第${edition}版）`,
  }))
