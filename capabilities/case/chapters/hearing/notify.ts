import { Type as T } from 'typebox'
import type { ClockEntry } from '#engine/clock/entry.ts'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { byWindow } from '../../actions/by-window.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import { paperOf } from '../../actions/paper-of.ts'
import { licensing } from '../../model/limits.ts'
import { servedDay } from '../../model/served.ts'
import { Receiver } from '../special/receiver.ts'
import { EXAMINED } from '../special/rules.ts'
import { heldStill } from './answer.ts'
import { HEARING_GROUNDS } from './dossier.ts'
import { askedByOther, farEnough, hearingOwed, requestLimit, unserved, unservedPaper } from './rules.ts'

/** The applicant and whoever else is concerned are told that they may ask for a hearing (听证告知, 第四十七条). */
export const notifyHearingRight = caseAction({
  name: 'notify-hearing-right',
  from: EXAMINED,
  to: 'same',
  by: ['reviewer', 'approver'],
  input: T.Object(
    {
      ground: T.Enum([...HEARING_GROUNDS]),
      why: T.String({ minLength: 4, maxLength: 500 }),
      /** Whoever else is directly concerned (利害关系人), one name each. */
      others: T.Optional(T.Array(T.String({ minLength: 2, maxLength: 60 }), { maxItems: 50 })),
    },
    { additionalProperties: false },
  ),
  offered: (dossier) => dossier.hearing === undefined || hearingOwed(dossier),
  bars: byWindow.decides,
  facts: ({ input, world }) => {
    const { ground, why, others = [] } = input
    return [
      {
        kind: 'hearing-right-told',
        body: {
          ...paperOf(world),
          ...{ ground, others: others.length, text: world.seal({ why, others }) },
          within: requestLimit(world.parameters),
        },
      },
    ]
  },
})

/** Whichever notice is next reaches the applicant from somebody's hand. */
export const serveHearingNotice = caseAction({
  name: 'serve-hearing-notice',
  from: EXAMINED,
  to: EXAMINED,
  by: ['window-clerk', 'reviewer', 'approver'],
  input: T.Object(Receiver, { additionalProperties: false }),
  offered: (dossier) => unserved(dossier) !== undefined,
  refuse: notServable,
  facts: (act) => [served(act, 'window', act.input)],
})

/** The same into the inbox, where the applicant chose electronic delivery. */
export const serveHearingElectronically = caseAction({
  name: 'serve-hearing-electronically',
  from: EXAMINED,
  to: EXAMINED,
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  offered: (dossier) => dossier.delivery === 'electronic' && unserved(dossier) !== undefined,
  refuse: notServable,
  facts: (act) => [served(act, 'electronic')],
})

function notServable({ dossier, now, world }: CaseAct<unknown>) {
  if (unservedPaper(dossier) === undefined) return refusal('notice-not-ready')
  if (unserved(dossier) === 'right') return undefined
  const { day } = dossier.hearing!.convened!
  return farEnough(legalDay(now), day, world.calendar)
    ? undefined
    : refusal('hearing-notice-short', {
        facts: { day },
        basis: licensing(world.item, '第四十八条第一款第一项'),
      })
}

/**
 * With the first notice the five days to ask for a hearing begin (C8). They are counted in the limits: article 45 leaves out the
 * time a hearing needs, and nobody has asked for one yet. Where one is held in any case, or somebody else has asked already,
 * the limits stand still from here.
 */
function served(act: CaseAct<unknown>, mode: 'window' | 'electronic', receiver?: unknown) {
  const { dossier, now, world } = act
  const which = unserved(dossier)!
  const said = receiver === undefined ? {} : { receiver: world.seal(receiver) }
  if (which === 'time') return { kind: 'hearing-notice-served', body: { which, mode, ...said } }
  const moment = { day: legalDay(now), at: now, calendar: world.calendar.version }
  if (dossier.hearing!.ground === 'prescribed' || askedByOther(dossier))
    return {
      kind: 'hearing-notice-served',
      body: { which, mode, ...said },
      clock: heldStill(dossier, moment, world),
    }
  const limit: ClockEntry = {
    ...{ entry: 'start', clock: 'hearing-request', kind: 'hearing', ...moment },
    ...dossier.hearing!.within,
    ...{ event: '送达听证告知书', basis: licensing(world.item, '第四十七条第一款') },
  }
  return {
    kind: 'hearing-notice-served',
    body: { which, mode, ...said, served: servedDay(limit, world.calendar) },
    clock: [limit],
  }
}
