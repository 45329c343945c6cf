import type { PostHere } from '../../model/world.ts'
import type { About } from '../chapter-page.ts'

/** As many as somebody at a counter would call. */
const NAMED_MAX = 4

/**
 * Who decides a matter that is decided in the visit (第三十四条第二款: 当场作出决定), for the counter that sends the applicant on: by post and
 * name. The applicant is told the body and the post (`words/standing.ts`), for a desk is the office's own.
 */
export async function decidesNext(about: About): Promise<string | undefined> {
  const { area, dossier, means, today, world, own } = about
  const { procedure, state, decidingBody, holder } = dossier
  if (own || procedure === 'approval') return undefined
  // Whoever has claimed the decision is named by their claim.
  const undecided = state === 'received' || (state === 'accepted' && holder === undefined)
  if (!undecided) return undefined
  const near = await means.posts.colleagues(area, { place: '', body: decidingBody }, today)
  const able = near
    .filter(({ body, roles }) => body === decidingBody && roles.includes('approver'))
    .filter(({ person }) => !world.parameters.acceptAndDecideDiffer || person !== whoAccepts(about))
    .flatMap(present)
  const where = world.bodies.get(decidingBody) ?? ''
  if (able.length === 0) return `${where}的审批人员决定，今天都不在岗，请报告主任安排。`
  const more = able.length > NAMED_MAX ? `等${able.length}人` : ''
  return `${where}的审批人员当场决定，今天在岗：${able.slice(0, NAMED_MAX).join('、')}${more}。`
}

/** Whoever took it in, or is about to: where the plan parts the two steps they do not decide as well. */
function whoAccepts({ dossier: { acceptance }, actor }: About): string | undefined {
  return acceptance?.by.person ?? (actor?.kind === 'staff' ? actor.person : undefined)
}

/** A colleague at their desk, or whoever stands in; nobody where both are away. */
function present({ personName, title, onDuty, away, coverName, coverAway }: PostHere): string[] {
  if (!onDuty) return []
  if (away === undefined) return [`${personName}（${title}）`]
  return coverName === undefined || coverAway ? [] : [`${coverName}代${personName}`]
}
