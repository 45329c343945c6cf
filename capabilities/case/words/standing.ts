import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { due, type Clock } from '#engine/clock/clock.ts'
import { chineseDay } from '#engine/clock/explain.ts'
import { legalDay, type LegalDay } from '#engine/day.ts'
import type { Standing } from '../chapters/chapter-words.ts'
import { CHAPTER_WORDS } from '../chapters/words.ts'
import type { CASE_STATES } from '../contract.ts'
import { procedureOf } from '../model/procedures.ts'
import { isAnswered } from '../model/supplement.ts'
import type { ListedDossier } from '../store/rows.ts'

type State = (typeof CASE_STATES)[number]

/** What is read beside the dossier: the clocks told to the applicant, and the names of who acts. */
export interface StandsUnder {
  clocks: readonly Clock[]
  calendar: WorkingCalendar
  today: LegalDay
  /** The body that decides, and the place that took the application in. */
  body: string
  place: string
}

/**
 * Where a case stands, in one sentence for its applicant: who acts now, until when where a limit runs, and what follows. What a
 * chapter has going on is said before what the state says by itself.
 */
export function standsOf(dossier: ListedDossier, { clocks, calendar, today, ...names }: StandsUnder): string {
  const day = (clock: string): LegalDay | undefined => {
    const running = clocks.find(({ name, ended }) => name === clock && ended === undefined)
    const now = running && due(running, calendar)
    const counted = now?.state === 'running' ? (now.day ?? (now.at && legalDay(now.at))) : undefined
    // A date on a served paper stays, whatever list of holidays came later.
    const onPaper = dossier.served?.[clock]
    return counted !== undefined && onPaper !== undefined && onPaper > counted ? onPaper : counted
  }
  const standing: Standing = {
    ...{ dossier, ...names, day },
    until(...limits) {
      const last = limits.flatMap((clock) => day(clock) ?? [])[0]
      if (last === undefined) return ''
      return today > last ? `，应在${chineseDay(last)}前完成，已经超期` : `，最晚${chineseDay(last)}`
    },
  }
  const { state } = dossier
  if (state === 'none') return ''
  const going = procedureOf(dossier).states[state]?.final === true ? [] : CHAPTER_WORDS
  for (const { stands } of going) {
    const said = stands?.(standing)
    if (said !== undefined) return said
  }
  return STATES[state](standing)
}

/** The role the case waits for now, as the sentence says it: what a chapter has going on comes before the state. */
export function waitedFor(dossier: ListedDossier): string {
  const state = procedureOf(dossier).states[dossier.state]
  const going = state?.final === true ? [] : CHAPTER_WORDS
  for (const { waitsFor } of going) {
    const role = waitsFor?.(dossier)
    if (role !== undefined) return role
  }
  return state?.waitsFor[0] ?? ''
}

type Telling = (standing: Standing) => string

/** How what was made reaches the applicant, by what they chose. */
const handedOver =
  (what: string): Telling =>
  ({ dossier: { delivery }, place, until }) => {
    if (delivery === 'electronic') return `${what}做好以后由系统送到“我的办件”，不用跑${until('delivery')}。`
    if (delivery === 'post') return `${what}由${place}的窗口交给邮政寄给您${until('delivery')}。`
    return `${what}由${place}的窗口当面交给您${until('delivery')}；请带身份证件来领取。`
  }

const accepted: Telling = ({ dossier: { procedure }, body, until }) =>
  procedure === 'approval'
    ? `已经受理，由${body}的审查人员审查，再由审批人员作出决定${until('promised', 'statutory')}。`
    : `已经受理，由${body}的审批人员作出决定${until('promised', 'statutory')}。`

/** After a notice nothing is asked that it did not name, unless what came since raises it (行政许可法第三十二条第一款第四项). */
const received: Telling = ({ dossier, place, until }) => {
  if (isAnswered(dossier))
    return `您补的材料收到了，由${place}的窗口审核${until('notice')}；补齐了就受理，还有问题的只说这次补的材料。`
  const looks = `由${place}的窗口审核材料${until('notice')}；材料齐全就受理，不齐的一次告诉您要补什么。`
  return (dossier.freshPapers ?? []).length > 0 ? `您再交的材料收到了，${looks}` : looks
}

const OVER = '办理已经结束'

const STATES: Readonly<Record<State, Telling>> = {
  received,
  supplementing: ({ place, until }) => `等您补材料${until('supplement')}；补齐以后由${place}的窗口接着审核。`,
  'refusal-proposed': ({ body, until }) => `窗口认为不能受理，由${body}的审批人员审定${until('notice')}。`,
  accepted,
  reviewed: ({ body, until }) => `已经审查完，由${body}的审批人员作出决定${until('promised', 'statutory')}。`,
  decided: ({ body, until }) =>
    `已经作出决定，由${body}的制证人员做证照或者文书，做好就送达${until('delivery')}。`,
  issued: handedOver('证照或者文书'),
  'in-post': ({ until }) => `已经交给邮政，等您签收${until('delivery')}；签收以后就办完了。`,
  'not-accepted': handedOver('不受理的文书'),
  'under-check': ({ body, until }) =>
    `已经办好，证照可以用；由${body}的审查人员对照您的承诺核查一次${until('check')}。`,
  rectifying: ({ body, until }) =>
    `等您改正核查发现的问题${until('rectify')}；改好以后由${body}的审查人员再核查。`,
  'check-failed': ({ body, until }) =>
    `核查和承诺不符，由${body}的审批人员作出处理${until('revocation')}；您可以说明情况、申辩。`,
  revoking: ({ body, place, until }) =>
    `${body}已经决定撤销，由${place}的窗口送达决定书${until('delivery', 'announcement')}。`,
  revoked: ({ body }) => `${body}已经撤销原来的决定；${OVER}。`,
  closed: () => '已经办完，不用您再做什么。',
  withdrawn: () => `您撤回了申请；${OVER}。还想办的，可以重新申请。`,
  lapsed: () => `到期没有补齐材料，视为您撤回申请；${OVER}。还想办的，可以重新申请。`,
  returned: () => `您放弃了申请，材料已经退还；${OVER}。还想办的，可以重新申请。`,
  terminated: ({ body }) => `${body}终止了办理，理由写在终止办理通知书里；${OVER}。`,
  forwarded: ({ body }) => `已经转报，由上级机关作出决定；${body}的审查已经结束。`,
}
