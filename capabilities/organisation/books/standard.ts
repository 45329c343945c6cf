import type { Static } from 'typebox'
import { bookAct, defineBook, field, record } from '#capabilities/books/model.ts'
import type { Organisation } from '../index.ts'
import { refuse } from '../contract/refusal.ts'
import { PROOFS, STANDARD_SORTS } from '../contract/service-standards.ts'
import { groundOf, outsideDuty, SEEN, type Ground } from './known.ts'

const CLAUSE = {
  sort: field.choice('属于', STANDARD_SORTS),
  chapter: field.text('章', { most: 40 }),
  no: field.text('条款号', { most: 20 }),
  title: field.text('题名', { most: 60 }),
  text: field.text('条文', { least: 8, most: 1000 }),
  check: field.text('检查内容', { least: 4, most: 300, hint: '检查时照这一句看' }),
  forKinds: field.several(field.choice('场所', { hall: '大厅', centre: '中心', station: '站点' }), '适用于'),
  onTheWall: field.yes('需要上墙', '上墙的要有照片'),
  basis: field.optional(field.several(field.text('条款', { most: 20 }), '对应的方案条款', { most: 20 })),
  proof: field.optional(field.choice('由哪项数据证明在执行', PROOFS)),
}
const Draft = record(CLAUSE)
export { Draft as StandardDraft }
export const StandardClause = record({ ...CLAUSE, edition: field.count('版本', { least: 1 }) })
export type StandardClause = Static<typeof StandardClause>

const Revision = record({
  text: CLAUSE.text,
  check: CLAUSE.check,
  document: field.text('依据的文件', { least: 4, most: 200 }),
})
const Repeal = record({ document: field.text('依据的文件', { least: 4, most: 200 }) })

const act = bookAct<StandardClause, Ground>()

/**
 * 政务服务标准体系 and 办事制度库 (YY-1.2.5, DW-1-01, LC-2.1-05): clauses in chapters. A revision is a new edition; what is checked from
 * then on is its own sentence, and a place that adopted an earlier one is behind.
 */
export const standardBook = (organisation: Organisation) =>
  defineBook<typeof StandardClause, Ground>({
    kind: 'standard-clause',
    words: {
      title: '标准和制度',
      entry: '这一条',
      text: '服务标准、管理意见和办事制度，按章和条款管理。修订后检查就用新的版本，还在执行旧版本的场所会列出来。',
      basis: ['YY-1.2.5-01', 'YY-1.2.5-05', 'YY-3.2.7-04', 'DW-1-01', 'LC-1-10', 'LC-2.1-05', 'LC-3.8-17'],
    },
    body: StandardClause,
    columns: ['sort', 'chapter', 'no', 'title', 'edition'],
    states: {
      'in-force': { title: '现行', stands: true, tone: 'good' },
      repealed: { title: '已废止', final: true },
    },
    place: ({ sort, chapter, no, title }) => ({
      title: `${chapter} ${no} ${title}`,
      key: `${sort}:${no}:${title}`,
    }),
    sees: { ...SEEN, director: 'area' },
    world: groundOf(organisation),
    acts: [
      act({
        ...{ name: 'publish', title: '发布条款', past: '发布了条款', tone: 'primary' },
        ...{ from: [], to: ['in-force'], by: ['organiser', 'system'], input: Draft },
        refuse: (given) => outsideDuty(given, 'standards'),
        sets: ({ input }) => ({ ...input, edition: 1 }),
      }),
      act({
        ...{ name: 'revise', title: '修订', past: '修订了，成为新的版本' },
        ...{ from: ['in-force'], to: 'same', by: ['organiser'], input: Revision },
        help: '发布后，检查用新的条文；还没有采用新版本的场所会列出来。',
        refuse: ({ input, dossier, ...given }) =>
          input.text === dossier.body.text && input.check === dossier.body.check
            ? refuse('nothing-changes')
            : outsideDuty(given, 'standards'),
        sets: ({ dossier, input: { text, check } }) => ({ text, check, edition: dossier.body.edition + 1 }),
      }),
      act({
        ...{ name: 'repeal', title: '废止', past: '废止了', tone: 'danger' },
        ...{ from: ['in-force'], to: ['repealed'], by: ['organiser'], input: Repeal },
        refuse: (given) => outsideDuty(given, 'standards'),
      }),
    ],
  })
