import { legalDay, type Instant } from '#engine/day.ts'
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
  /** The draft that answers it (事项变更): the newest one, also when it was put away again. */
  change?: string
  /** The version that settled it. */
  settledBy?: number
}

export const REVISION_OPENED = 'guide-revision-open'
export const revisionBook: Pick<Book<Revision>, 'kind' | 'records'> = { kind: 'guide-revision' }

export const TRIGGERS = {
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
  change: field.optional(field.change('修改草稿')),
  settledBy: field.optional(field.count('修订后的指南版本')),
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
      text: '法规政策变动、公众意见、实施中发现的问题引起的指南修订。起草修改时自动挂上草稿，新版本发布后自动办结。',
      basis: ['DW-3.3.12-03'],
    },
    body: revision,
    columns: ['item', 'trigger', 'cause', 'dueDay', 'authorBody'],
    states: {
      open: { title: '待修订', waits: ['item-author', 'item-approver'] },
      drafting: { title: '修订中', waits: ['item-author', 'item-approver'] },
      revised: { title: '已修订', final: true, tone: 'good' },
      'not-needed': { title: '不需要修订', final: true },
    },
    sees: {
      ...{ 'item-author': 'own-body', 'item-approver': 'area', supervisor: 'area', director: 'area' },
      // The house follows the drafts.
      system: 'area',
    },
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
      const authorBody = await draftingBody({ organisation }, area, now, published.item)
      return { version: published.item.version, authorBody }
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
        ...{ name: 'draft', title: '起草修改', past: '已经起草修改', from: ['open'], to: ['drafting'] },
        ...{ by: ['system'], input: record({ change: field.change('修改草稿') }) },
        sets: ({ input }) => input,
        due: ({ dossier }) => dossier.body.dueDay,
      }),
      act({
        ...{ name: 'draft-gone', title: '草稿撤回', past: '草稿撤回了，还要修订' },
        ...{ from: ['drafting'], to: ['open'], by: ['system'], input: record({}) },
        due: ({ dossier }) => dossier.body.dueDay,
      }),
      act({
        ...{ name: 'published', title: '新版本发布', past: '新版本发布，修订办结' },
        ...{ from: ['open', 'drafting'], to: ['revised'], by: ['system'] },
        input: record({ settledBy: field.count('修订后的指南版本') }),
        sets: ({ input }) => input,
      }),
      act({
        ...{ name: 'revised', title: '已修订发布', past: '修订完成', to: ['revised'] },
        from: ['open', 'drafting'],
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
          from: ['open', 'drafting'],
          to: ['not-needed'],
        },
        by: ['item-approver'],
        input: record({ reason: field.text('理由', { least: 4 }) }),
      }),
    ],
  })

/** Who answers for the guide of an item; nobody where it is not in force. */
export async function authorBodyIn(
  { catalogue, organisation }: Pick<GuideBookMeans, 'catalogue' | 'organisation'>,
  area: string,
  now: Instant,
  item: string,
): Promise<string | undefined> {
  const published = await catalogue.itemInForce(area, item, legalDay(now))
  return published && draftingBody({ organisation }, area, now, published.item)
}

async function draftingBody(
  { organisation }: Pick<GuideBookMeans, 'organisation'>,
  area: string,
  now: Instant,
  item: ItemVersion,
): Promise<string> {
  const { authoring } = (await organisation.pack(area))?.body.parameters ?? {}
  const body = authorBodyOf(item, authoring?.value)
  if (body !== undefined) return body
  // Without a plan for authoring the area's first department keeps the tasks.
  const [first] = await organisation.bodies(area, legalDay(now))
  return first!.id
}

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
