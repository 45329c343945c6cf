import { chineseDay } from '#engine/clock/explain.ts'
import { legalDay } from '#engine/day.ts'
import type { PaperSource } from '../../papers/paper-source.ts'
import { nameOf, remedies } from '../../papers/of-item.ts'
import type { ChapterPapers } from '../chapter-paper.ts'
import { answerOf } from '../intent/rules.ts'
import { originalsOf } from './give-up.ts'
import { GIVEN_UP_WORDS, TERMINATION_WORDS } from './words.ts'
import type { GivenUp, TerminationGround } from './dossier.ts'

const filed = ({ dossier }: PaperSource<unknown>): string => chineseDay(dossier.firstReceivedOn)
const you = ({ applicant }: PaperSource<unknown>): string =>
  applicant.idKind === 'citizen-id' ? '你' : '你单位'

const sentence = (text: string): string => `${text.trim().replace(/[。．.；;]+$/u, '')}。`

/** What lies in the office on paper goes back to its owner. */
function originals({ dossier, item, place }: PaperSource<unknown>) {
  const held = Object.entries(originalsOf(dossier))
  if (held.length === 0) return {}
  return {
    list: [
      `下列原件可以凭本通知书或者身份证件到${place.name}领回：`,
      ...held.map(([id, count]) => `${nameOf(item, id)}${count}份`),
    ],
  }
}

/** 退件通知书: what the applicant said, and what goes back. */
function returned(source: PaperSource<{ how: GivenUp; reason: string }>) {
  const { body } = source.fact
  const how = GIVEN_UP_WORDS[body.how]
  return {
    kind: 'notice' as const,
    paragraphs: [
      `${you(source)}于${filed(source)}提出的申请，${how}不再办理。本机关不再继续办理，退还申请材料。`,
      `说明的原因：${sentence(source.open<string>(body.reason))}`,
    ],
    ...originals(source),
    closing: `这不是${you(source)}的意思的，请马上与收件的窗口联系。以后需要办理的，可以重新申请。特此通知。`,
  }
}

/** 视为撤回申请通知书: nothing came within the time that the notice or the promise named. */
function lapsed(source: PaperSource<{ of?: string }>) {
  const gaps = source.fact.body.of === 'gaps'
  const last = source.dossier.served?.[gaps ? 'gap' : 'supplement']
  const until = last === undefined ? '' : `最后一天是${chineseDay(last)}。`
  return {
    kind: 'notice' as const,
    paragraphs: [
      gaps
        ? `${you(source)}于${filed(source)}提出的申请容缺受理后，承诺补交的材料没有在约定的期限内补齐。${until}`
        : `${you(source)}于${filed(source)}提出的申请需要补正材料，期限内没有收到补正的材料。${until}`,
      `照${gaps ? '容缺受理告知书' : '补正告知书'}告知的，视为撤回申请，本机关不再继续办理。`,
    ],
    ...originals(source),
    closing: '材料备齐以后可以重新申请。特此通知。',
  }
}

/** 终止办理（撤回）确认书: the applicant's own word is confirmed. */
function withdrawn(source: PaperSource<{ reason: string }>) {
  const { fact } = source
  const byWindow = fact.actor.kind === 'staff'
  return {
    kind: 'notice' as const,
    paragraphs: [
      `${you(source)}于${filed(source)}提出的申请，${byWindow ? '由窗口凭书面请求登记撤回' : '已由申请人在网上撤回'}。本机关自${chineseDay(legalDay(fact.at))}起终止办理。`,
      `撤回的原因：${sentence(source.open<string>(fact.body.reason))}`,
    ],
    ...originals(source),
    closing: `这不是${you(source)}的意思的，请马上与收件的窗口联系。以后需要办理的，可以重新申请。特此确认。`,
  }
}

/** That the applicant was told and heard first, where somebody was left to hear (第七条). */
function heardBefore(source: PaperSource<unknown>): string[] {
  const { intent } = source.dossier
  if (intent?.how !== 'terminate') return []
  const said = {
    stated: `听取了${you(source)}的陈述申辩`,
    waived: `${you(source)}书面放弃陈述申辩`,
    silent: `${you(source)}在告知的期限内没有提出陈述申辩`,
  }[answerOf(intent)]
  return [`作出本决定前，本机关书面告知了拟终止办理的事实、理由和依据，${said}。`]
}

/** 终止办理通知书: facts, ground and the ways to contest it. */
function terminated(source: PaperSource<{ ground: TerminationGround; reason: string }>) {
  const { body } = source.fact
  const { reason, basis, document } = source.open<{ reason: string; basis: string; document?: string }>(
    body.reason,
  )
  const ground = TERMINATION_WORDS[body.ground]
  return {
    kind: 'notice' as const,
    paragraphs: [
      `${you(source)}于${filed(source)}提出的申请，经查存在下列情形：${ground}。`,
      sentence(reason),
      ...(document === undefined ? [] : [`证明文件：${sentence(document)}`]),
      ...heardBefore(source),
      '本机关决定终止办理。',
    ],
    grounds: [basis],
    ...originals(source),
    remedies: remedies(source),
  }
}

/** 转报告知书: what was sent to whom, and that nobody may ask for it again. */
function forwarded(source: PaperSource<{ materials: string[]; to: string }>) {
  const { fact, item } = source
  const { materials, to } = fact.body
  return {
    kind: 'notice' as const,
    paragraphs: [
      `${you(source)}于${filed(source)}提出的申请，依法由本机关初步审查后报${to}决定。本机关已审查完毕，将初步审查意见和下列全部申请材料直接报送${to}。`,
    ],
    list: materials.map((id) => nameOf(item, id)),
    grounds: ['《中华人民共和国行政许可法》第三十五条、第四十三条'],
    closing: `${to}不得要求${you(source)}重复提供申请材料。决定由${to}作出并送达。特此告知。`,
  }
}

export const endingsPapers: ChapterPapers = {
  papers: {
    'return-notice': { fact: 'returned', title: '退件通知书', seal: 'acceptance', compose: returned },
    'lapse-notice': { fact: 'lapsed', title: '视为撤回申请通知书', seal: 'acceptance', compose: lapsed },
    withdrawal: {
      fact: 'withdrawn',
      title: '终止办理（撤回）确认书',
      seal: 'acceptance',
      compose: withdrawn,
    },
    termination: { fact: 'terminated', title: '终止办理通知书', seal: 'decision', compose: terminated },
    forwarding: { fact: 'forwarded', title: '转报告知书', seal: 'acceptance', compose: forwarded },
  },
  numbered: { terminate: '终止', forward: '转报' },
}
