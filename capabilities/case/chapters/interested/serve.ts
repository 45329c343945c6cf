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
import { licensing } from '../../model/limits.ts'
import { servedDay } from '../../model/served.ts'
import { EXAMINED } from '../special/rules.ts'
import type { Interested } from './dossier.ts'
import { clockOf, noticeOf, oneOf, unserved } from './rules.ts'

/** The notice reaches the person; from that day they have their days to answer. */
export const serveInterested = caseAction({
  name: 'serve-interested',
  from: EXAMINED,
  to: 'same',
  by: ['window-clerk', 'reviewer', 'approver'],
  input: T.Object(
    { id: T.String({ minLength: 1, maxLength: 60 }), ...Serving.properties },
    { additionalProperties: false },
  ),
  offered: (dossier) => unserved(dossier).length > 0,
  refuse: ({ dossier, input, now }) => {
    const one = oneOf(dossier, input.id)
    if (one === undefined || one.served !== undefined) return refusal('interested-unknown')
    const paper = noticeOf(dossier, one)
    if (paper === undefined) return refusal('notice-not-ready')
    if (input.mode === 'announcement' && one.announced !== undefined)
      return refusal('announcement-running', { facts: { day: one.announced.until } })
    return servingRefused(input, { paperOn: legalDay(paper.at), today: legalDay(now) })
  },
  facts: (act) => {
    const { dossier, input, now, world } = act
    const { id, ...serving } = input
    const { announcementCalendarDays } = world.parameters.licences ?? LICENCE_DAYS
    const service = serviceOf(serving, {
      ...{ today: legalDay(now), calendar: world.calendar, announcementCalendarDays },
    })
    const record = world.seal(recordOf(serving))
    if ('served' in service)
      return [told(act, oneOf(dossier, id)!, { mode: serving.mode, on: service.served, record })]
    const { announced: on, until } = service
    return [{ kind: 'interested-announced', body: { id, on, until, record } }]
  },
})

/** Announcements whose days have passed count as served, each with its own last day (参照民事诉讼法第九十五条). */
export const endInterestedAnnouncement = caseAction({
  name: 'end-interested-announcement',
  from: EXAMINED,
  to: EXAMINED,
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  offered: (dossier) => unserved(dossier).some(({ announced }) => announced !== undefined),
  refuse: ({ dossier, now }) =>
    over(unserved(dossier), legalDay(now)).length === 0 ? refusal('announcement-running') : undefined,
  facts: (act) =>
    over(unserved(act.dossier), legalDay(act.now)).map((one) => {
      const { until, record } = one.announced!
      return told(act, one, { mode: 'announcement', on: until, record })
    }),
})

const over = (all: readonly Interested[], today: LegalDay) =>
  all.filter(({ announced }) => announced !== undefined && today > announced.until)

interface Served {
  mode: Serving['mode']
  on: LegalDay
  record: string
}

function told(
  { dossier, now, world }: CaseAct<unknown>,
  one: Interested,
  { mode, on, record }: Served,
): NewFact {
  const limit: ClockEntry = {
    ...{ entry: 'start', clock: clockOf(dossier, one), kind: 'hearing', ...one.within, day: on, at: now },
    ...{ event: '送达利害关系人告知书', calendar: world.calendar.version },
    basis: licensing(world.item, one.hearing ? '第四十七条第一款' : '第三十六条'),
  }
  const { id } = one
  return {
    kind: 'interested-served',
    body: { id, mode, on, record, paper: world.newId(), served: servedDay(limit, world.calendar) },
    clock: [limit],
  }
}
