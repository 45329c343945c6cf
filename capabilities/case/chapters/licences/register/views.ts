import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { dayNumber, type LegalDay } from '#engine/day.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { ABOUT_KINDS, type AboutKind } from '#capabilities/licence-seal/contract.ts'
import type { LicenceRow } from '#capabilities/licence-seal/index.ts'
import { answerEnds, lastDayToRenew, licence, type LicenceDossier } from '#capabilities/licence-seal/model.ts'
import { longDay } from '#ui/format/day.ts'
import { sentence } from '#platform/http/problem.ts'
import type { LicenceDetail, LicenceSummary } from '../../../contract/licence-routes.ts'
import type { DetailPart } from '../../../contract/detail-part.ts'
import { aboutOf } from '../filing.ts'
import { ABOUT_TITLES, licencesWords } from '../words.ts'
import { ENDING_TITLES, groundTitle, LICENCE_ROLE_TITLES, LICENCE_STATE_TITLES } from './words.ts'

export interface LicenceNames {
  item(id: string): string
  place(id: string): string
  body(id: string): string
}

export function summary(row: LicenceRow, names: LicenceNames, today: LegalDay): LicenceSummary {
  const { dossier } = row
  const { state, number, name, item, body, place, grantedOn, validUntil, application, version } = dossier
  if (state === 'none') throw new Error(`${row.stream} has no facts`)
  return {
    ...{
      number,
      name,
      state,
      stateText: stateText(dossier),
      itemId: item,
      itemName: names.item(item),
    },
    ...{ holder: row.holderMasked, body: names.body(body), place: names.place(place), grantedOn },
    ...(validUntil === undefined ? {} : { validUntil, daysLeft: dayNumber(validUntil) - dayNumber(today) }),
    ...(application === undefined
      ? {}
      : {
          application: {
            kind: application.kind,
            text: `${ABOUT_TITLES[application.kind]}办理中`,
          },
        }),
    waitsFor: waitsFor(dossier),
    version,
  }
}

/** A licence in force waits for nobody unless something decided is still to be handed over; an announcement waits for its days. */
function waitsFor({ state, announced, amendment, electronic }: LicenceDossier): string {
  if (announced !== undefined) return ''
  if (state === 'valid')
    return amendment === undefined || electronic ? '' : LICENCE_ROLE_TITLES['window-clerk']!
  const waits = licence.states[state]!.waitsFor.find((role) => role !== 'system') ?? ''
  return LICENCE_ROLE_TITLES[waits] ?? ''
}

/** How it stands in a word or two; what is meant to be taken is still in force, and says so. */
function stateText({ state, announced, intent, amendment }: LicenceDossier): string {
  if (state === 'none') return ''
  if (state === 'valid' && amendment !== undefined)
    return `有效，${ENDING_TITLES[amendment.how]}决定${announced === undefined ? '待送达' : '公告送达中'}`
  if (state === 'valid' && intent !== undefined) return `有效，拟${ENDING_TITLES[intent.how]}`
  return state === 'ending' && announced !== undefined ? '决定公告送达中' : LICENCE_STATE_TITLES[state]
}

/** Cases in the order in which they touched the licence. */
export function casesOf({ dossier }: LicenceRow): LicenceDetail['cases'] {
  const { changes, renewals, over, application } = dossier
  const later = [
    ...changes.map(({ case: no, on }) => ({ no, on, text: '变更' })),
    ...renewals.map(({ case: no, on, deemed }) => ({ no, on, text: deemed ? '视为准予延续' : '延续' })),
  ].toSorted((one, other) => (one.on < other.on ? -1 : 1))
  return [
    { no: dossier.case, text: '发证' },
    ...later.map(({ no, text }) => ({ no, text })),
    ...(over?.byCase === undefined || over.byCase === dossier.case
      ? []
      : [{ no: over.byCase, text: LICENCE_STATE_TITLES[over.how] }]),
    ...(application === undefined
      ? []
      : [{ no: application.case, text: `${ABOUT_TITLES[application.kind]}办理中` }]),
  ]
}

/** What is meant to happen to it, and what has been decided. */
export function partsOf({ dossier }: LicenceRow, open: (sealed: unknown) => unknown): DetailPart[] {
  const { intent, ending, announced, amendment, amendments = [] } = dossier
  const parts: DetailPart[] = []
  if (intent !== undefined) {
    const { reason = '', basis = '', change = '' } = (open(intent.text) ?? {}) as Record<string, string>
    const said = intent.statement && String(open(intent.statement.text) ?? '')
    parts.push({
      ...{
        key: 'intent',
        title: `拟${ENDING_TITLES[intent.how]}`,
        tag: heardTag(intent.statement),
      },
      lines: [groundTitle(intent.how, intent.ground), change, reason, basis].filter((line) => line !== ''),
      facts: [
        { label: '告知书送达', text: servedText(intent.servedOn, announced) },
        ...(said === undefined ? [] : [{ label: '陈述申辩', text: said }]),
      ],
    })
  }
  if (amendment !== undefined)
    parts.push({
      ...{ key: 'amendment', title: `${ENDING_TITLES[amendment.how]}决定` },
      lines: linesOf(open(amendment.what)),
      facts: [{ label: '决定书送达', text: servedText(undefined, announced) }],
    })
  if (amendments.length > 0)
    parts.push({
      ...{ key: 'amendments', title: '机关作出的变更、更正' },
      lines: amendments.flatMap(({ how, on, what }) =>
        linesOf(open(what)).map((line) => `${longDay(on)}${ENDING_TITLES[how]}：${line}`),
      ),
    })
  if (ending !== undefined && dossier.state !== 'valid') {
    const { conclusion = '', compensation } = (open(ending.text) ?? {}) as Record<string, string>
    parts.push({
      ...{ key: 'ending', title: `${ENDING_TITLES[ending.how]}决定` },
      lines: [groundTitle(ending.how, ending.ground), conclusion].filter((line) => line !== ''),
      facts: [
        {
          label: '决定书送达',
          text: servedText(dossier.state === 'ending' ? undefined : dossier.over?.on, announced),
        },
        ...(compensation === undefined ? [] : [{ label: '赔偿或者补偿', text: compensation }]),
      ],
    })
  }
  return parts
}

function heardTag(statement: NonNullable<LicenceDossier['intent']>['statement']): DetailPart['tag'] {
  if (statement === undefined || !answerEnds(statement)) return { text: '听取陈述申辩', tone: 'warn' }
  return { text: statement.result === 'stated' ? '已陈述申辩' : '放弃陈述申辩', tone: 'blue' }
}

const linesOf = (opened: unknown): string[] => (Array.isArray(opened) ? opened.map(String) : [])

/** Whether a paper has reached the holder, and when an announcement will count as if it had. */
function servedText(on: LegalDay | undefined, announced: LicenceDossier['announced']): string {
  if (on !== undefined) return longDay(on)
  return announced === undefined ? '还没有送达' : `公告送达中，${longDay(announced.until)}届满视为送达`
}

interface Offering {
  row: LicenceRow
  item: ItemVersion
  calendar: WorkingCalendar
  today: LegalDay
}

/** What the holder may apply for now; what the item's law does not know is not mentioned. */
export function applicationsOf({ row, item, calendar, today }: Offering): LicenceDetail['applications'] {
  return ABOUT_KINDS.flatMap((kind) => {
    const variant = item.lifecycle?.[kind]
    if (variant === undefined) return []
    const asked = { licence: row.dossier.number, kind }
    const found = aboutOf({ asked, row, item, today, calendar })
    const notNow = isRefusal(found) ? { notNow: said(found) } : {}
    const hint = `${variant.hint}${lastDayText(kind, { row, item, calendar, today })}`
    return [{ kind, title: ABOUT_TITLES[kind], hint, ...notNow }]
  })
}

/** Working days before a last day are nothing a holder counts off by hand. */
function lastDayText(kind: AboutKind, { row, item, calendar, today }: Offering): string {
  const { validUntil } = row.dossier
  const renew = kind === 'renew' ? item.lifecycle?.renew : undefined
  if (renew === undefined || validUntil === undefined) return ''
  const last = lastDayToRenew(validUntil, renew.fileBefore, calendar)
  return today <= last ? `最晚${longDay(last)}申请。` : ''
}

function said(refused: Refusal): string {
  return sentence(refused, licencesWords.refusals ?? {})
}

export const NOT_FOUND = refusal('licence-not-found')
