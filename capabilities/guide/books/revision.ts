import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { bookAct, defineBook, field, record, type Book } from '#capabilities/books/model.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { PackParameters } from '#capabilities/organisation/contract.ts'
import type { GuideBookMeans } from './means.ts'

/** 指南修订任务 (DW-3.3.12-03): one guide that has to be looked at again, by whom and until when. */
export interface Revision {
  item: string
  trigger: 'law' | 'policy' | 'opinion' | 'finding'
  cause: string
  dueDay: string
  itemVersion: number
  authorBody: string
  /** The registered change behind it. */
  source?: string
}

export const revisionBook: Pick<Book<Revision>, 'kind' | 'records'> = { kind: 'guide-revision' }

const TRIGGERS = {
  law: '法律法规变动',
  policy: '政策变动',
  opinion: '公众意见',
  finding: '指南实施情况',
} as const

const asked = record({
  item: field.item(),
  trigger: field.choice('为什么修订', TRIGGERS),
  cause: field.text('具体原因', { least: 4, most: 1000 }),
  dueDay: field.day('修订期限'),
  source: field.optional(field.text('来源编号', { most: 60 })),
})
const revision = record({
  ...asked.properties,
  itemVersion: field.count('当时的指南版本'),
  authorBody: field.body('编制单位'),
})

interface Known {
  version?: number
  authorBody?: string
}

const act = bookAct<Revision, Known>()

export const revisions = ({ catalogue, organisation }: GuideBookMeans): Book<Revision> =>
  defineBook<typeof revision, Known>({
    kind: revisionBook.kind,
    words: {
      title: '指南修订任务',
      entry: '这项修订',
      text: '法规政策变动、公众意见、实施中发现的问题引起的指南修订。改好发布新版本以后，任务才能办结。',
      basis: ['DW-3.3.12-03'],
    },
    body: revision,
    columns: ['item', 'trigger', 'cause', 'dueDay', 'authorBody'],
    states: {
      open: { title: '待修订', waits: ['item-author', 'item-approver'] },
      revised: { title: '已修订', final: true, tone: 'good' },
      'not-needed': { title: '不需要修订', final: true },
    },
    sees: { 'item-author': 'own-body', 'item-approver': 'area', supervisor: 'area', director: 'area' },
    place: ({ item, trigger, authorBody, source, cause }) => ({
      ...{ title: TRIGGERS[trigger], item, bodies: [authorBody] },
      key: `${item} ${source ?? cause}`.slice(0, 300),
    }),
    async world({ area, now, input, entry }) {
      const published = await catalogue.itemInForce(
        area,
        String(input['item'] ?? entry.body.item ?? ''),
        legalDay(now),
      )
      if (published === undefined) return {}
      const { authoring } = (await organisation.pack(area))?.body.parameters ?? {}
      const body = authorBodyOf(published.item, authoring?.value)
      // Without a plan for authoring the area's first department keeps the tasks.
      const [first] = body === undefined ? await organisation.bodies(area, legalDay(now)) : []
      return { version: published.item.version, authorBody: body ?? first!.id }
    },
    acts: [
      act({
        ...{ name: 'open', title: '提出修订', past: '提出修订', from: [], to: ['open'] },
        ...{ by: ['system', 'item-author', 'item-approver', 'supervisor', 'director'] },
        ...{ tone: 'primary' as const, input: asked },
        refuse: ({ input, now, world }) => {
          if (world.known.version === undefined)
            return refusal('item-not-found', { facts: { item: input.item } })
          return input.dueDay < legalDay(now) ? refusal('guide-revision-past') : undefined
        },
        sets: ({ input, world: { known } }) => ({
          ...{ ...input, itemVersion: known.version!, authorBody: known.authorBody! },
        }),
        due: ({ input }) => input.dueDay,
      }),
      act({
        ...{ name: 'revised', title: '已修订发布', past: '修订完成', from: ['open'], to: ['revised'] },
        ...{ by: ['item-author', 'item-approver'], tone: 'primary' as const },
        input: record({ note: field.text('改了什么', { least: 4 }) }),
        refuse: ({ dossier, world: { known } }) =>
          (known.version ?? 0) > dossier.body.itemVersion
            ? undefined
            : refusal('guide-revision-not-published', { basis: 'DW-3.3.12-03' }),
      }),
      act({
        ...{
          name: 'not-needed',
          title: '不需要修订',
          past: '认定不需要修订',
          from: ['open'],
          to: ['not-needed'],
        },
        by: ['item-approver'],
        input: record({ reason: field.text('理由', { least: 4 }) }),
      }),
    ],
  })

type AuthoringRule = NonNullable<PackParameters['authoring']>['value']

/** Who drafts a guide: the department that decides, or the one bureau the area has for it. */
export function authorBodyOf(
  { decidingBody }: ItemVersion,
  rule: AuthoringRule | undefined,
): string | undefined {
  const own = decidingBody.kind === 'body' ? decidingBody.body : undefined
  if (rule === undefined) return own
  return rule.writes.county === 'department' && own !== undefined ? own : rule.approves
}
