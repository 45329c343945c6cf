import type { StaffActor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { RectificationSummary } from '#capabilities/evaluation/contract.ts'
import { newId } from '#platform/id.ts'
import type { Assembly } from '../assemble.ts'

type House = Pick<Assembly, 'rectifications' | 'clock' | 'staff' | 'organisation'>

/** Once a day directors and supervisors see to poor ratings; one in three is left lying, as it happens. */
export async function seeToPoorRatings({ rectifications, clock, staff, organisation }: House, area: string) {
  const now = clock.now()
  const posts = await staff.postsOfArea(area)
  const names = new Map(
    (await organisation.places(area, legalDay(now))).map(({ id, name }) => [id, name] as const),
  )
  const holder = (role: 'supervisor' | 'director', place?: string): StaffActor | undefined => {
    const post = posts.find(
      (each) => each.roles.includes(role) && (place === undefined || names.get(each.place) === place),
    )
    return post && { ...post, kind: 'staff', post: post.id, area }
  }
  const supervisor = holder('supervisor')
  if (supervisor === undefined) return
  const { items } = await rectifications.list(supervisor, now, { queue: 'open', limit: 100 })
  for (const summary of items) {
    const chance = Number.parseInt(summary.id.slice(-4), 16)
    if (chance % 3 === 0) continue
    const actor = summary.state === 'appeal-review' ? supervisor : holder('director', summary.handlingPlace)
    if (actor === undefined) continue
    const [act, input] = stepOf(summary, chance)
    const request = { requestId: newId(), requestHash: newId(), reliesOn: [] }
    const done = await rectifications.act({ id: summary.id, act, input, actor, now, ...request })
    // Somebody who stood at the window may hold another post as well.
    if (isRefusal(done) && done.code !== 'rated-yourself')
      throw new Error(`demo: ${act} of a poor rating: ${done.code}`)
  }
}

function stepOf(
  { state, anonymous }: RectificationSummary,
  chance: number,
): [string, Record<string, unknown>] {
  switch (state) {
    case 'to-verify':
      return [
        'verify',
        {
          ...(anonymous ? {} : { contact: 'by-phone' }),
          ...(chance % 7 === 1
            ? { finding: 'not-true', text: '调看当天监控，没有评价所说的情况。' }
            : { finding: 'true', text: '窗口没有一次说清需要的材料，情况属实。' }),
        },
      ]
    case 'appeal-review':
      return chance % 2 === 0
        ? ['uphold-appeal', { text: '看过监控和办理记录，评价与事实不符。' }]
        : ['reject-appeal', { text: '记录表明群众确实多跑了一趟，差评成立。' }]
    case 'rectifying':
      return [
        'answer',
        {
          measures: '组织窗口人员学习一次性告知，增加材料样本。',
          text: '给您添麻烦了，问题已经改正，欢迎继续监督。',
        },
      ]
    default:
      return ['record-revisit', { result: 'satisfied', text: '对处理结果满意。' }]
  }
}
