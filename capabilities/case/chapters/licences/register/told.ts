import { chineseDay } from '#engine/clock/explain.ts'
import type { Fact } from '#engine/fact.ts'
import type { Amendment, Ending, Meant } from '#capabilities/licence-seal/contract.ts'
import type { LicencePaper, ServingMode } from '#capabilities/licence-seal/model.ts'
import { answeringLines } from '../../../words/answering.ts'
import { SERVED_BY, servingLines } from '../../../words/serving.ts'
import type { Told } from '../../chapter-words.ts'
import { ABOUT_TITLES } from '../words.ts'
import { ENDING_TITLES } from './words.ts'

type Telling = (fact: Fact, teller: { open(sealed: unknown): unknown }) => Told

const plain = (line: string, ...details: (string | undefined)[]): Told => ({
  text: line,
  details: details.filter((each): each is string => each !== undefined && each !== ''),
})

const textOf = (value: unknown, name: string): string | undefined =>
  typeof value === 'object' && value !== null && name in value
    ? String((value as Record<string, unknown>)[name])
    : undefined

const linesOf = (opened: unknown): string[] => (Array.isArray(opened) ? opened.map(String) : [])

/** One fact of a licence as a sentence, the same for its holder and the office. */
export const LICENCE_TOLD: Readonly<Record<string, Telling>> = {
  'licence-opened': ({ body }) =>
    plain(
      `发证，编号${String(body['number'])}`,
      body['validUntil'] === undefined
        ? '没有写明有效期'
        : `有效期至${chineseDay(String(body['validUntil']))}`,
      `办件${String(body['case'])}`,
    ),
  'licence-application-noted': ({ body }) =>
    plain(
      `持证人申请${ABOUT_TITLES[body['kind'] as keyof typeof ABOUT_TITLES]}`,
      `办件${String(body['case'])}`,
      body['inTime'] === true ? '按时提出，作出决定前证照继续有效' : undefined,
    ),
  'licence-application-over': ({ body }) => plain('申请没有准予或者已经撤回', `办件${String(body['case'])}`),
  'licence-changed': ({ body }, { open }) => {
    return plain('变更登记', ...linesOf(open(body['what'])), `办件${String(body['case'])}`)
  },
  'licence-renewed': ({ body }) =>
    plain(
      body['deemed'] === true
        ? `届满前没有作出决定，视为准予延续至${chineseDay(String(body['until']))}`
        : `准予延续至${chineseDay(String(body['until']))}`,
      `办件${String(body['case'])}`,
    ),
  'licence-expired': ({ body }) => plain(`${chineseDay(String(body['validUntil']))}有效期届满，没有延续`),
  'licence-intent-told': ({ body }, { open }) =>
    plain(
      `告知拟${ENDING_TITLES[body['how'] as Meant]}，听取陈述申辩`,
      textOf(open(body['text']), 'change'),
      textOf(open(body['text']), 'reason'),
      textOf(open(body['text']), 'basis'),
    ),
  'licence-intent-served': ({ body }, { open }) =>
    plain(`拟处理告知书${servedOn(body)}，陈述申辩的期限开始计算`, ...servingSaid(open(body['text']))),
  'licence-announced': ({ body }, { open }) =>
    plain(
      `${body['what'] === 'intent' ? '拟处理告知书' : '决定书'}公告送达，${chineseDay(String(body['on']))}发出公告，${chineseDay(String(body['until']))}届满视为送达`,
      ...servingSaid(open(body['text'])),
    ),
  'licence-forfeited': ({ body }, { open }) =>
    plain(
      `登记吊销，${chineseDay(String(body['on']))}起失去效力`,
      ...['organ', 'document', 'note'].map((name) => textOf(open(body['text']), name)),
    ),
  'licence-statement-heard': ({ body }, { open }) =>
    plain(
      body['result'] === 'waived' ? '持证人放弃陈述申辩' : '持证人提出陈述申辩',
      String(open(body['text']) ?? ''),
      ...answeringLines((open(body['record']) ?? {}) as Parameters<typeof answeringLines>[0]),
    ),
  'licence-intent-dropped': ({ body }, { open }) =>
    plain('不再处理，证照继续有效', String(open(body['reason']) ?? '')),
  'licence-ending-decided': ({ body }, { open }) => {
    const said = open(body['text'])
    return plain(
      `决定${ENDING_TITLES[body['how'] as Ending]}`,
      textOf(said, 'conclusion'),
      textOf(said, 'compensation'),
      textOf(said, 'document'),
    )
  },
  'licence-given-up': ({ body }) =>
    plain('持证人申请注销，已经准予；是否以欺骗等不正当手段取得还要作出决定', `办件${String(body['case'])}`),
  'licence-amendment-decided': ({ body }, { open }) =>
    plain(
      `决定${ENDING_TITLES[body['how'] as Amendment]}，送达后生效`,
      ...linesOf(open(body['what'])),
      ...['conclusion', 'shownBy', 'compensation'].map((name) => textOf(open(body['text']), name)),
    ),
  'licence-amended': ({ body }, { open }) =>
    plain(
      `${servedOn(body)}，${ENDING_TITLES[body['how'] as Amendment]}生效`,
      ...servingSaid(open(body['text'])),
    ),
  'licence-ended': ({ body }, { open }) =>
    plain(
      body['byCase'] === undefined
        ? `${servedOn(body)}，${ENDING_TITLES[body['how'] as Ending]}生效`
        : `${ENDING_TITLES[body['how'] as Ending]}，依据办件${String(body['byCase'])}的决定`,
      ...servingSaid(open(body['text'])),
    ),
  'licence-paper-made': ({ body }) =>
    plain(`生成文书：${LICENCE_PAPER_TITLES[(body['paper'] as LicencePaper).kind]}`),
  'licence-clock-recomputed': () => plain('放假安排已公布，期限按新的日历重新计算'),
}

/** 邮寄送达（2026年9月1日）: the day stands beside the way, for what was posted or announced is put on record later. */
function servedOn({ mode, on }: Fact['body']): string {
  const way = SERVED_BY[mode as ServingMode] ?? '送达'
  return on === undefined ? way : `${way}（${chineseDay(String(on))}）`
}

/** Early records of service were one sentence. */
function servingSaid(opened: unknown): string[] {
  return typeof opened === 'string' ? [opened] : servingLines(opened)
}

export const LICENCE_PAPER_TITLES: Readonly<Record<LicencePaper['kind'], string>> = {
  intent: '拟处理告知书',
  ending: '处理决定书',
  amendment: '变更、更正决定书',
  service: '送达回证',
}
