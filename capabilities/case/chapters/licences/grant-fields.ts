import { chineseDay } from '#engine/clock/explain.ts'
import type { LegalDay } from '#engine/day.ts'
import type { ActField } from '../../contract/act-field.ts'
import type { About } from '../chapter-page.ts'
import { contrary, DRAFTED, proposedConclusion } from '../../words/proposed.ts'
import { termOffered } from './term.ts'

/** The question of a form that asks until when the applicant wants it. */
const REQUESTED_END = 'endDate'

/** Until when the applicant asked for it; a renewal, a change and giving up go by the licence they are about. */
function requestedEnd({ item, dossier, open }: About): LegalDay | undefined {
  const isAsked = item.form.fields.some(({ name, type }) => name === REQUESTED_END && type === 'date')
  if (!isAsked || dossier.about !== undefined) return undefined
  const answers = open(dossier.form) as Readonly<Record<string, unknown>> | undefined
  const day = answers?.[REQUESTED_END]
  return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined
}

/** What was asked for, as far as the rule of the item lets it; a day that has passed is nobody's proposal. */
function within(
  asked: LegalDay | undefined,
  atMost: LegalDay | undefined,
  today: LegalDay,
): LegalDay | undefined {
  if (asked === undefined || asked <= today) return undefined
  return atMost !== undefined && atMost < asked ? atMost : asked
}

const startOf = (day: LegalDay | undefined) => (day === undefined ? {} : { start: day })

const requestSaid = (asked: LegalDay, today: LegalDay): string =>
  asked <= today
    ? `申请的期限到${chineseDay(asked)}，已经过了，请先和申请人核实`
    : `申请到${chineseDay(asked)}`

/** What a grant asks: what is decided, and its last day as far as the item's rule leaves it to the approver. */
export function grantFields(of: About): ActField[] {
  const { item, dossier, today } = of
  const asked = requestedEnd(of)
  const { about } = dossier
  const { given, atMost, required, none, basis } = termOffered({
    ...{ item, today },
    ...(about === undefined ? {} : { about }),
  })
  const until: ActField = {
    ...{ name: 'validUntil', label: '有效期至', type: 'date', required },
    ...startOf(given ?? within(asked, atMost, today)),
    ...(asked === undefined
      ? {}
      : { beyond: { day: asked, warning: `比申请的期限（到${chineseDay(asked)}）长，请核对后再决定` } }),
    hint: [
      given === undefined ? (required ? '' : '没有期限的不填') : `按规定到${chineseDay(given)}`,
      given === undefined && atMost !== undefined ? `最晚${chineseDay(atMost)}` : '',
      ...(asked === undefined ? [] : [requestSaid(asked, today)]),
      basis ?? '',
    ]
      .filter((line) => line !== '')
      .join('；'),
  }
  return [
    {
      ...{
        name: 'conclusion',
        label: '决定内容',
        type: 'long-text',
        required: true,
        least: 2,
        maxLength: 2000,
      },
      start: proposedConclusion(of),
      hint: [contrary(of, 'grant'), DRAFTED.conclusion].filter(Boolean).join('；'),
    },
    ...(none ? [] : [until]),
  ]
}
