import { fold } from '#engine/procedure/decide.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import type { OfficeNotice } from '../contract/notice-routes.ts'
import { PROCEDURES } from '../model.ts'
import { openedOf } from '../service/open-texts.ts'
import type { CaseMeans } from '../service/means.ts'
import { postOf } from './rules.ts'
import type { NoticeRow } from './store.ts'

const OF_URGING: ReadonlySet<string> = new Set(['urged', 'urge-answered'])

type Said = Pick<OfficeNotice, 'by' | 'says'>

/** Who urged (催办) and what they wrote: without it an officer has to open the case to know what is wanted. */
export async function urgeTexts(
  means: CaseMeans,
  area: string,
  rows: readonly NoticeRow[],
): Promise<(row: NoticeRow) => Said> {
  const found = await Promise.all(
    rows
      .filter(({ kind }) => OF_URGING.has(kind))
      .map(async (row) => ({ row, ...(await said(means, area, row)) })),
  )
  const posts = found.flatMap(({ post }) => (post === undefined ? [] : [post]))
  const names = posts.length === 0 ? new Map<string, string>() : await means.posts.namesOf(area, posts)
  const byRow = new Map(
    found.map(({ row, post, says }): [NoticeRow, Said] => {
      const by = post === undefined ? undefined : names.get(post)
      return [row, { ...(by === undefined ? {} : { by }), ...(says === undefined ? {} : { says }) }]
    }),
  )
  return (row) => byRow.get(row) ?? {}
}

async function said(means: CaseMeans, area: string, { stream, seq }: NoticeRow) {
  const facts = (await means.ledger.facts(area, stream)).map(readFact)
  const fact = facts.find((each) => each.seq === seq)
  if (fact === undefined) return {}
  const says = await openedOf(means, fold(PROCEDURES.approval, facts), fact.body['text'])
  return { post: postOf(fact), says: typeof says === 'string' ? says : undefined }
}
