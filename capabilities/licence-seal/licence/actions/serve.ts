import { Type as T } from 'typebox'
import { legalDay, type LegalDay } from '#engine/day.ts'
import type { NewFact } from '#engine/fact.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { recordOf, serviceOf, Serving, servingRefused } from '../../model/serving.ts'
import { LICENCE_STATES } from '../../contract.ts'
import { LICENCE_PAPERS, type LicenceDossier, type LicencePaper, type Servable } from '../dossier.ts'
import { announcementClock, cancellationClock, endRunning, statementClock } from '../limits.ts'
import { licenceAction, NOTHING, paperOf, type LicenceAct } from './licence-action.ts'

const OVER = ['revoked', 'withdrawn', 'cancelled']
/** What has been meant may still be told and answered after the licence has lost its force another way. */
export const MEANT = ['valid', 'expired', 'forfeited', 'given-up', 'revoked']

/** The notice of what is meant reaches the holder, and the days to answer begin: whoever was told nothing has not been silent (第七条). */
export const serveIntent = licenceAction({
  name: 'serve-intent',
  from: MEANT,
  to: 'same',
  by: ['window-clerk', 'reviewer', 'approver'],
  input: Serving,
  offered: isUnserved,
  refuse: (act) => notServable(act, intentPaper(act.dossier)),
  facts: (act) => byHand('intent', act),
})

export const serveIntentElectronically = licenceAction({
  name: 'serve-intent-electronically',
  from: MEANT,
  to: 'same',
  by: ['system'],
  input: NOTHING,
  offered: (dossier) => dossier.electronic && isUnserved(dossier),
  refuse: ({ dossier }) => notReady(intentPaper(dossier)),
  facts: (act) => served('intent', { mode: 'electronic', on: legalDay(act.now) }, act),
})

/** 依职权变更 and 更正 take effect when they reach the holder; until then the licence stands as it was. */
export const serveAmendment = licenceAction({
  name: 'serve-amendment',
  from: ['valid'],
  to: 'same',
  by: ['window-clerk'],
  input: Serving,
  offered: ({ amendment }) => amendment !== undefined,
  refuse: (act) => notServable(act, amendmentPaper(act.dossier)),
  facts: (act) => byHand('amendment', act),
})

export const serveAmendmentElectronically = licenceAction({
  name: 'serve-amendment-electronically',
  from: ['valid'],
  to: 'same',
  by: ['system'],
  input: NOTHING,
  offered: ({ electronic, amendment }) => electronic && amendment !== undefined,
  refuse: ({ dossier }) => notReady(amendmentPaper(dossier)),
  facts: (act) => served('amendment', { mode: 'electronic', on: legalDay(act.now) }, act),
})

/** The decision takes effect when it reaches the holder; where nobody is left to receive it, thirty days after it was announced. */
export const serve = licenceAction({
  name: 'serve',
  from: ['ending'],
  to: [...OVER, 'ending'],
  by: ['window-clerk'],
  input: Serving,
  refuse: (act) => notServable(act, endingPaper(act.dossier)),
  facts: (act) => byHand('ending', act),
})

export const serveElectronically = licenceAction({
  name: 'serve-electronically',
  from: ['ending'],
  to: OVER,
  by: ['system'],
  input: NOTHING,
  offered: ({ electronic }) => electronic,
  refuse: ({ dossier }) => notReady(endingPaper(dossier)),
  facts: (act) => served('ending', { mode: 'electronic', on: legalDay(act.now) }, act),
})

/** The days of the announcement have passed: it counts as served (参照民事诉讼法第九十五条). */
export const endAnnouncement = licenceAction({
  name: 'end-announcement',
  from: [...MEANT, 'ending'],
  to: [...new Set([...OVER, ...MEANT])],
  by: ['system'],
  input: NOTHING,
  offered: ({ announced }) => announced !== undefined,
  refuse: ({ dossier: { announced }, now }) =>
    legalDay(now) <= announced!.until ? refusal('announcement-running') : undefined,
  facts: (act) => {
    const { what, until, text } = act.dossier.announced!
    return served(what, { mode: 'announcement', on: until, text }, act)
  },
})

/** A rendered paper with its stored file and hash; the job that made it commits this. */
export const recordPaper = licenceAction({
  name: 'record-paper',
  from: [...LICENCE_STATES],
  to: 'same',
  by: ['system'],
  input: T.Object(
    {
      ...{
        id: T.String(),
        kind: T.Enum([...LICENCE_PAPERS]),
        seq: T.Integer(),
        number: T.Optional(T.String()),
      },
      ...{ file: T.String(), hash: T.String() },
    },
    { additionalProperties: false },
  ),
  refuse: ({ dossier, input }) =>
    dossier.papers.some(({ seq }) => seq === input.seq) ? refusal('already-rendered') : undefined,
  facts: ({ input }) => [{ kind: 'licence-paper-made', body: { paper: input } }],
})

/** The paper of the decision that is being served, once it is made. */
export function endingPaper({ papers, ending, last }: Pick<LicenceDossier, 'papers' | 'ending' | 'last'>) {
  return papers.findLast(({ kind, seq }) => kind === 'ending' && seq >= (ending?.seq ?? last.seq))
}

/** The notice of what is meant, once it is made. */
export function intentPaper({ papers, intent }: Pick<LicenceDossier, 'papers' | 'intent'>) {
  return papers.find(({ kind, seq }) => kind === 'intent' && seq === intent?.seq)
}

/** The decision that changes or corrects it, once it is made. */
export function amendmentPaper({ papers, amendment }: Pick<LicenceDossier, 'papers' | 'amendment'>) {
  return papers.find(({ kind, seq }) => kind === 'amendment' && seq === amendment?.seq)
}

export function isUnserved({ intent }: LicenceDossier): boolean {
  return intent !== undefined && intent.servedOn === undefined
}

const notReady = (paper: LicencePaper | undefined): Refusal | undefined =>
  paper === undefined ? refusal('licence-paper-not-ready') : undefined

function notServable(
  { dossier, input, now }: LicenceAct<Serving>,
  paper: LicencePaper | undefined,
): Refusal | undefined {
  if (paper === undefined) return notReady(paper)
  if (input.mode === 'announcement' && dossier.announced !== undefined)
    return refusal('announcement-running', { facts: { day: dossier.announced.until } })
  return servingRefused(input, { paperOn: legalDay(paper.at), today: legalDay(now) })
}

/** Handed over, left, posted: served on its day. Announced: served when the days have passed, and until then nothing changes. */
function byHand(what: Servable, act: LicenceAct<Serving>): readonly NewFact[] {
  const { dossier, input, now, world } = act
  const service = serviceOf(input, {
    ...{ today: legalDay(now), calendar: world.calendar },
    announcementCalendarDays: world.days.announcementCalendarDays,
  })
  const text = world.seal(recordOf(input))
  if ('served' in service) return served(what, { mode: input.mode, on: service.served, text }, act)
  const { announced: on, until } = service
  return [
    {
      kind: 'licence-announced',
      body: { what, on, until, text },
      clock: [
        ...endRunning(dossier.clocks, ['delivery'], now),
        announcementClock({ at: now, day: on, world }),
      ],
    },
  ]
}

interface Served {
  mode: string
  on: LegalDay
  text?: string
}

function served(what: Servable, { mode, on, text }: Served, act: LicenceAct<unknown>): NewFact[] {
  const { dossier, now, world } = act
  const { paper } = paperOf(world)
  const said = { mode, on, paper, ...(text === undefined ? {} : { text }) }
  const over = endRunning(dossier.clocks, ['delivery', 'announcement'], now)
  // What was served before it is put on record has run its days since then.
  const moment = { at: now, day: on, world }
  if (what === 'intent')
    return [{ kind: 'licence-intent-served', body: said, clock: [...over, statementClock(moment)] }]
  if (what === 'amendment') {
    const { how } = dossier.amendment!
    return [{ kind: 'licence-amended', body: { how, ...said }, clock: over }]
  }
  const { how } = dossier.ending!
  const cancelled = how === 'cancelled'
  return [
    {
      kind: 'licence-ended',
      body: { how, ...said },
      clock: [
        ...over,
        ...(cancelled ? [] : [cancellationClock(how === 'revoked' ? '撤销' : '撤回', moment)]),
      ],
    },
  ]
}
