import { due } from '#engine/clock/clock.ts'
import { chineseDay } from '#engine/clock/explain.ts'
import type { About } from '../chapters/chapter-page.ts'
import { hasStep } from '../model/limits.ts'

/** Of a case, whatever tells who acts after a step and until when; nothing that has to be asked of the database. */
export type Following = Pick<About, 'item' | 'dossier' | 'calendar' | 'world' | 'post' | 'today'>

type Tell = (of: Following) => string | undefined

/** What follows an act, in one sentence: who takes the next step, until when. Said in its dialog, before it is done. */
export const NEXT_STEPS = {
  accept: (of) =>
    of.dossier.procedure === 'approval'
      ? `受理以后，由${bodyOf(of)}的${hasStep(of.item, 'survey') ? '工作人员到现场勘验，再审查' : '审查人员审查'}；受理通知书由系统制作。`
      : undefined,
  'notify-supplement': ({ calendar, world, today }) =>
    `现在发出的，请申请人最晚${chineseDay(calendar.addWorkingDays(today, world.parameters.supplementWorkingDays))}补正，从告知书送达的次日起算。`,
  review: (of) => {
    const { forwardsTo } = of.item.process
    const does = forwardsTo === undefined ? '决定' : `转报${forwardsTo.body}`
    return `提交以后，由${bodyOf(of)}的审批人员${does}${until(of, 'promised', 'statutory')}。`
  },
  'record-survey': (of) =>
    of.dossier.procedure === 'approval'
      ? `登记以后，由${bodyOf(of)}的审查人员审查${until(of, 'promised', 'statutory')}。`
      : undefined,
  'return-to-review': ({ dossier, post, ...of }) =>
    `退回以后，由${post(dossier.review?.by.post)}或者同事重新审查；期限照常走${until({ dossier, post, ...of }, 'promised', 'statutory')}。`,
  'propose-refusal': (of) =>
    `提交以后，由${bodyOf(of)}的审批人员审定：不予受理，或者退回窗口继续受理${until(of, 'notice')}。`,
  'return-to-window': (of) => `退回以后，由收件的窗口受理，或者一次告知补正${until(of, 'notice')}。`,
  forward: ({ item: { process } }) =>
    process.forwardsTo === undefined
      ? undefined
      : `按下以后，初步审查意见和全部材料报送${process.forwardsTo.body}，由它决定；这里的办件就此结束，申请人会收到通知。`,
  grant: (of) => `决定以后，由${bodyOf(of)}的制证人员签章发文，再${DELIVERED[of.dossier.delivery]}。`,
  deny: (of) => `决定以后，由${bodyOf(of)}的制证人员签章发文，再${DELIVERED[of.dossier.delivery]}。`,
  seal: ({ dossier, ...of }) =>
    `盖章以后，${DELIVERED[dossier.delivery]}${until({ dossier, ...of }, 'delivery')}。`,
  'deliver-at-window': ({ dossier }) =>
    dossier.procedure === 'commitment' ? '登记以后，到期进行事后核查。' : '登记以后，这个办件办结。',
} satisfies Readonly<Record<string, Tell>>

const DELIVERED = {
  window: '由收件的窗口当面交给申请人',
  electronic: '由系统送到申请人的网上账户',
  post: '由收件的窗口交给邮政寄给申请人',
} as const

function bodyOf({ dossier, world }: Following): string {
  return world.bodies.get(dossier.decidingBody) ?? '决定机关'
}

/** The first of these limits that runs; nothing where none does or it stands still. */
function until({ dossier: { clocks }, calendar }: Following, ...names: readonly string[]): string {
  const days = names.flatMap((name) => {
    const clock = clocks[name]
    if (clock === undefined || clock.ended !== undefined) return []
    const now = due(clock, calendar)
    return now.state === 'running' && now.day !== undefined ? [now.day] : []
  })
  return days[0] === undefined ? '' : `，最晚${chineseDay(days[0])}`
}
