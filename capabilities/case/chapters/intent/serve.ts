import { Type as T } from 'typebox'
import type { ClockEntry } from '#engine/clock/entry.ts'
import { legalDay, type LegalDay } from '#engine/day.ts'
import type { NewFact } from '#engine/fact.ts'
import { refusal } from '#engine/refusal.ts'
import {
  LICENCE_DAYS,
  recordOf,
  serviceOf,
  Serving,
  servingRefused,
} from '#capabilities/licence-seal/model.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import { announcementClock, endRunning, rectifyClock } from '../../model/limits.ts'
import { servedDay } from '../../model/served.ts'
import type { ServedNotice } from './dossier.ts'
import { paperOfNotice, SERVED_IN, STATEMENT_CLOCK, unserved } from './rules.ts'

/** The notice reaches the party, by hand unless said otherwise; their days run from this day and from none before. */
export const serveNotice = caseAction({
  name: 'serve-notice',
  from: SERVED_IN,
  to: 'same',
  by: ['window-clerk', 'reviewer', 'approver'],
  input: Serving,
  offered: (dossier) => unserved(dossier) !== undefined,
  refuse: ({ dossier, input, now }) => {
    const paper = paperOfNotice(dossier, unserved(dossier)!)
    if (paper === undefined) return refusal('notice-not-ready')
    const { noticeAnnounced } = dossier
    if (input.mode === 'announcement' && noticeAnnounced !== undefined)
      return refusal('announcement-running', { facts: { day: noticeAnnounced.until } })
    return servingRefused(input, { paperOn: legalDay(paper.at), today: legalDay(now) })
  },
  facts: (act) => {
    const { dossier, input, now, world } = act
    const { announcementCalendarDays } = world.parameters.licences ?? LICENCE_DAYS
    const service = serviceOf(input, {
      ...{ today: legalDay(now), calendar: world.calendar, announcementCalendarDays },
    })
    const record = world.seal(recordOf(input))
    if ('served' in service) return told(act, { mode: input.mode, on: service.served, record })
    const { announced: on, until } = service
    return [
      {
        kind: 'notice-announced',
        body: { on, until, record },
        clock: [
          ...endRunning(dossier.clocks, WAITING_FOR_SERVICE, { day: legalDay(now), at: now }),
          announcementClock(announcementCalendarDays, { day: on, at: now, world }),
        ],
      },
    ]
  },
})

/** Into the applicant's account, where they chose electronic delivery, as soon as the notice is made. */
export const serveNoticeElectronically = caseAction({
  name: 'serve-notice-electronically',
  from: SERVED_IN,
  to: 'same',
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  offered: (dossier) => dossier.delivery === 'electronic' && unserved(dossier) !== undefined,
  refuse: ({ dossier }) =>
    paperOfNotice(dossier, unserved(dossier)!) === undefined ? refusal('notice-not-ready') : undefined,
  facts: (act) => told(act, { mode: 'electronic', on: legalDay(act.now) }),
})

/** The days of the announcement have passed: it counts as served (参照民事诉讼法第九十五条). */
export const endNoticeAnnouncement = caseAction({
  name: 'end-notice-announcement',
  from: SERVED_IN,
  to: 'same',
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  offered: (dossier) => dossier.noticeAnnounced !== undefined && unserved(dossier) !== undefined,
  refuse: ({ dossier, now }) =>
    legalDay(now) <= dossier.noticeAnnounced!.until ? refusal('announcement-running') : undefined,
  facts: (act) => {
    const { until, record } = act.dossier.noticeAnnounced!
    return told(act, { mode: 'announcement', on: until, record })
  },
})

/** What ran for the office until the notice was served. */
const WAITING_FOR_SERVICE = ['delivery', 'revocation', 'announcement']

interface Service extends ServedNotice {
  record?: string
}

function told(act: CaseAct<unknown>, { mode, on, record }: Service): NewFact[] {
  const { dossier, now, world } = act
  const { what, id } = unserved(dossier)!
  const limit = what === 'intent' ? statementClock(act, on) : rectifyClock({ day: on, at: now, world })
  return [
    {
      kind: 'notice-served',
      body: {
        ...{ what, id, mode, on, paper: world.newId(), served: servedDay(limit, world.calendar) },
        ...(record === undefined ? {} : { record }),
      },
      clock: [...endRunning(dossier.clocks, WAITING_FOR_SERVICE, { day: legalDay(now), at: now }), limit],
    },
  ]
}

function statementClock({ dossier, now, world }: CaseAct<unknown>, day: LegalDay): ClockEntry {
  return {
    ...{ entry: 'start', clock: STATEMENT_CLOCK, kind: 'hearing', ...dossier.intent!.within, day, at: now },
    ...{ event: '送达拟处理告知书', basis: '行政许可法第七条', calendar: world.calendar.version },
  }
}
