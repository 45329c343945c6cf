import type { Actor } from '#engine/actor.ts'
import { csv } from '#ui/format/csv.ts'
import type { CaseSummary } from '../contract.ts'
import { list, type ListParts, type ListRequest } from './list.ts'

/** More lines than anybody works off from a spreadsheet; a longer list wants a filter. */
const LINES_MAX = 2_000
const PAGE = 100

/** The same list as a file: what this person may see, masked as on the screen. */
export async function listFile(
  parts: ListParts,
  actor: Actor,
  now: string,
  request: Omit<ListRequest, 'limit' | 'cursor'>,
  ip: string,
): Promise<string> {
  const lines: CaseSummary[] = []
  for (let cursor: string | undefined; lines.length < LINES_MAX;) {
    const page = await list(parts, actor, now, { ...request, limit: PAGE, ...(cursor ? { cursor } : {}) })
    lines.push(...page.items)
    if (page.nextCursor === undefined) break
    cursor = page.nextCursor
  }
  // A list that leaves the house is on record before it does: by whom, narrowed how, how long.
  if (actor.kind === 'staff')
    await parts.means.audit.record({
      area: actor.area,
      actor: `post:${actor.post}`,
      event: 'case-list-exported',
      success: true,
      object: 'case-list',
      ip,
      after: { filter: { ...request }, lines: lines.length },
    })
  return csv(HEAD, lines.map(line))
}

const HEAD = [
  ...['办件编号', '事项', '申请人', '办到哪一步', '等谁办理', '到期日', '剩余工作日'],
  ...['认领人', '收件场所', '决定机关', '收件时间', '等我办的另一件事', '那件事的期限'],
] as const

function line(one: CaseSummary): (string | undefined)[] {
  const { no, itemName, applicant, stateText, waitsFor, dueDay, workingDaysLeft, holder, owed } = one
  return [
    ...[no, itemName, applicant, stateText, waitsFor, dueDay, workingDaysLeft?.toString(), holder?.name],
    ...[one.acceptPlace, one.decidingBody, one.receivedAt, owed?.what, owed?.dueDay],
  ]
}
