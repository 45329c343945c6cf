import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import {
  LICENCE_DAYS,
  recordOf,
  serviceOf,
  Serving,
  servingRefused,
} from '#capabilities/licence-seal/model.ts'
import { barredBy } from '../chapters/endings/barred.ts'
import { citesLaw } from '../model/cites-law.ts'
import { announcementClock, deliveryClock, endRunning } from '../model/limits.ts'
import { revocationPaper } from '../model/papers.ts'
import { byWindow } from './by-window.ts'
import { caseAction, type CaseAct } from './case-action.ts'
import { samePerson } from './decide.ts'
import { paperOf } from './paper-of.ts'
import { sealUse } from '../model/powers.ts'
import { sealOf, sealRefused } from './seal.ts'

/** Revocation (撤销) of what was decided on a promise that did not hold: reasons, basis, remedies, under the body's own seal. */
export const revoke = caseAction({
  name: 'revoke',
  from: ['check-failed'],
  to: ['revoking'],
  by: ['approver'],
  power: 'decide',
  input: T.Object(
    {
      reason: T.String({ minLength: 10, maxLength: 2000 }),
      basis: T.String({ minLength: 4, maxLength: 500 }),
      /** Got by deceit, bribery or other improper means: some matters may not be applied for again (第七十九条). */
      deceit: T.Optional(T.Boolean()),
    },
    { additionalProperties: false },
  ),
  bars: byWindow.refuses,
  refuse: (act) => samePerson(act) ?? notLaw(act) ?? sealRefused(unnamed(act)),
  facts: (act) => {
    const { dossier, input, grant, now, world } = act
    const { deceit, ...said } = input
    const moment = { day: legalDay(now), at: now }
    return [
      {
        kind: 'revocation-decided',
        body: {
          reason: world.seal(said),
          grant: grant!.id,
          ...(deceit ? barredBy('79', world.item, moment.day) : {}),
          ...sealUse(sealOf(unnamed(act))!, dossier, 'revocation'),
          ...paperOf(world),
        },
        clock: [
          ...endRunning(dossier.clocks, ['revocation', 'statement'], moment),
          deliveryClock('revoked', { ...moment, world }),
        ],
      },
    ]
  },
  reliesOn: (act) => [sealOf(unnamed(act))!],
})

function notLaw({ input: { basis }, world }: CaseAct<{ basis: string }>) {
  return citesLaw(basis, world.item.legalBasis) ? undefined : refusal('basis-not-law')
}

/** A revocation names no seal: it carries the one its decision would carry today. */
const unnamed = <I>(act: CaseAct<I>): CaseAct<Record<string, never>> => ({ ...act, input: {} })

/** The revocation takes effect when it reaches the person: by hand unless said otherwise, thirty days after an announcement. */
export const serveRevocation = caseAction({
  name: 'serve-revocation',
  from: ['revoking'],
  to: ['revoked', 'revoking'],
  by: ['window-clerk'],
  input: T.Object(
    { ...Serving.properties, mode: T.Optional(Serving.properties.mode) },
    { additionalProperties: false },
  ),
  refuse: (act) => {
    const { dossier, now } = act
    const paper = revocationPaper(dossier)
    if (paper === undefined) return paperMissing(act)
    const serving = byHandUnlessSaid(act)
    const { announced } = dossier.revocation ?? {}
    if (serving.mode === 'announcement' && announced !== undefined)
      return refusal('announcement-running', { facts: { day: announced.until } })
    return servingRefused(serving, { paperOn: legalDay(paper.at), today: legalDay(now) })
  },
  facts: (act) => {
    const { dossier, now, world } = act
    const serving = byHandUnlessSaid(act)
    const days = (world.parameters.licences ?? LICENCE_DAYS).announcementCalendarDays
    const service = serviceOf(serving, {
      ...{ today: legalDay(now), calendar: world.calendar },
      announcementCalendarDays: days,
    })
    const record = world.seal(recordOf(serving))
    if ('served' in service) return served({ mode: serving.mode, on: service.served, record }, act)
    const { announced: on, until } = service
    return [
      {
        kind: 'revocation-announced',
        body: { on, until, record },
        clock: [
          ...endRunning(dossier.clocks, ['delivery'], { day: legalDay(now), at: now }),
          announcementClock(days, { day: on, at: now, world }),
        ],
      },
    ]
  },
})

const byHandUnlessSaid = ({ input: { mode = 'window', ...said } }: CaseAct<Partial<Serving>>): Serving => ({
  ...said,
  mode,
})

/** The days of the announcement have passed: it counts as served. */
export const endRevocationAnnouncement = caseAction({
  name: 'end-revocation-announcement',
  from: ['revoking'],
  to: ['revoked'],
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  offered: ({ revocation }) => revocation?.announced !== undefined,
  refuse: ({ dossier, now }) =>
    legalDay(now) <= dossier.revocation!.announced!.until ? refusal('announcement-running') : undefined,
  facts: (act) => {
    const { until, record } = act.dossier.revocation!.announced!
    return served({ mode: 'announcement', on: until, record }, act)
  },
})

export const serveRevocationElectronically = caseAction({
  name: 'serve-revocation-electronically',
  from: ['revoking'],
  to: ['revoked'],
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  offered: ({ delivery }) => delivery === 'electronic',
  refuse: paperMissing,
  facts: (act) => served({ mode: 'electronic', on: legalDay(act.now) }, act),
})

function paperMissing({ dossier }: CaseAct<unknown>) {
  return revocationPaper(dossier) === undefined ? refusal('decision-paper-not-ready') : undefined
}

interface Served {
  mode: string
  on: string
  record?: string
}

function served({ mode, on, record }: Served, { dossier, now, world }: CaseAct<unknown>) {
  const clock = endRunning(dossier.clocks, ['delivery', 'announcement'], { day: legalDay(now), at: now })
  const body = { mode, on, paper: world.newId(), ...(record === undefined ? {} : { receiver: record }) }
  return [{ kind: 'revoked', body, clock }]
}
