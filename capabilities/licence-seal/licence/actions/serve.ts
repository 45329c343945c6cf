import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { LICENCE_STATES } from '../../contract.ts'
import { LICENCE_PAPERS, type LicenceDossier } from '../dossier.ts'
import { cancellationClock, endRunning } from '../limits.ts'
import { licenceAction, NOTHING, Serving, type LicenceAct } from './licence-action.ts'

const OVER = ['revoked', 'withdrawn', 'cancelled']

/** The decision takes effect when it reaches the holder; where nobody is left to receive it, by public notice (公告送达). */
export const serve = licenceAction({
  name: 'serve',
  from: ['ending'],
  to: OVER,
  by: ['window-clerk'],
  input: Serving,
  refuse: paperMissing,
  facts: (act) => served(act.input.mode, act.world.seal(act.input.text), act),
})

export const serveElectronically = licenceAction({
  name: 'serve-electronically',
  from: ['ending'],
  to: OVER,
  by: ['system'],
  input: NOTHING,
  offered: ({ electronic }) => electronic,
  refuse: paperMissing,
  facts: (act) => served('electronic', undefined, act),
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

/** The paper of the decision that is being served. */
export function endingPaper({ papers }: Pick<LicenceDossier, 'papers'>) {
  return papers.findLast(({ kind }) => kind === 'ending')
}

function paperMissing({ dossier }: LicenceAct<unknown>) {
  const made = endingPaper(dossier)
  return made === undefined || made.seq < dossier.last.seq ? refusal('licence-paper-not-ready') : undefined
}

function served(mode: string, text: string | undefined, { dossier, now, world }: LicenceAct<unknown>) {
  const { how } = dossier.ending!
  return [
    {
      kind: 'licence-ended',
      body: { how, on: legalDay(now), mode, ...(text === undefined ? {} : { text }) },
      clock: [
        ...endRunning(dossier.clocks, ['delivery'], now),
        ...(how === 'cancelled'
          ? []
          : [cancellationClock(how === 'revoked' ? '撤销' : '撤回', { at: now, world })]),
      ],
    },
  ]
}
