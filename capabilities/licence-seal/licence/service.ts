import type { Instant } from '#engine/day.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { inputCheck } from '#capabilities/acts/input-check.ts'
import {
  bySystem,
  inOwnWords,
  performOnOwn,
  type Doing,
  type SystemDoing,
} from '#capabilities/acts/own-stream.ts'
import type { Done, Stored } from '#capabilities/acts/perform.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { streamId } from '#platform/ledger/stream.ts'
import type { LicenceOpening } from '../contract.ts'
import type { LicenceDossier } from './dossier.ts'
import { licence, LICENCE_ACTIONS, LICENCE_SYSTEM_ACTS } from './procedure.ts'
import { licenceValues } from './row-values.ts'
import {
  licenceReader,
  SAVE_LICENCE,
  type LicenceReader,
  type LicenceRow,
  type LicenceSight,
} from './store.ts'
import type { LicenceWorld } from './world.ts'

export const LICENCE_JOB = 'licence.act'

/** Acts whose paper carries a 文号. */
const NUMBERED: Readonly<Record<string, string>> = {
  intend: '拟处理',
  revoke: '撤销',
  withdraw: '撤回',
  alter: '变更',
  correct: '更正',
  cancel: '注销',
}

export interface LicenceMeans {
  db: Queryable
  ledger: Ledger
  /** What an act on this licence depends on beside the licence itself. */
  world(
    dossier: LicenceDossier,
    who: { reliesOn: readonly ReliedOn[] },
    fresh: boolean,
  ): Promise<LicenceWorld>
  /** The next 文号 of a body, inside the transaction of the act. */
  number(tx: Queryable, of: { area: string; body: string; kind: string; at: Instant }): Promise<string>
}

export interface LicenceActRequest extends Doing {
  area: string
  number: string
  sight: LicenceSight
}

type SystemRequest = SystemDoing & { holderMasked?: string }

/** The register of licences (证照台账). */
export interface Licences {
  read: LicenceReader
  /** One act by a person on a licence they may see; one they may not see does not exist for them. */
  act(request: LicenceActRequest): Promise<Done | Refusal>
  /** A system act; it meets the same procedure as people do. */
  systemAct(row: LicenceRow, request: SystemRequest): Promise<Done | Refusal>
  /** The first act, on a stream that does not exist yet. */
  open(opening: LicenceOpening, request: Omit<SystemRequest, 'act' | 'input'>): Promise<Done | Refusal>
}

export function licences(means: LicenceMeans): Licences {
  const read = licenceReader(means.db)
  return {
    read,
    async act(request) {
      const { actor, area, number, sight, act: name, input } = request
      if (actor.kind === 'system') return refusal('licence-not-found')
      const row = await read.byNumber(area, number, sight)
      if (row === undefined) return refusal('licence-not-found')
      if (LICENCE_SYSTEM_ACTS.has(name) || !LICENCE_ACTIONS.has(name)) return refusal('action-unknown')
      const problems = inputProblems(name, input)
      if (problems.length > 0) return refusal('input-invalid', { facts: { problems } })
      return worded(await performOn(means, read, storedOf(row), row.holderMasked, request))
    },
    systemAct: (row, { holderMasked = row.holderMasked, ...request }) =>
      performOn(means, read, storedOf(row), holderMasked, bySystem(request)),
    open(opening, { holderMasked = '', ...request }) {
      const { area, id, grantedOn, party, body, item, itemVersion } = opening
      const stream = streamId('licence', id, `${grantedOn}T00:00:00.000Z`)
      // Whose it will be is known before the first fact, for powers and keys are looked up by it.
      const dossier = { ...licence.initial, area, party, body, item, itemVersion }
      const first = { area, stream, hash: null, dossier }
      return performOn(means, read, first, holderMasked, {
        ...bySystem({ ...request, act: 'open', input: { ...opening } }),
      })
    },
  }
}

/** The engine's refusals under codes that have sentences about licences. */
const worded = inOwnWords({
  'not-in-this-state': 'licence-moved-on',
  'changed-since-read': 'licence-moved-on',
  'not-for-this-dossier': 'licence-moved-on',
  'not-your-step': 'licence-not-your-step',
})

function performOn(
  means: LicenceMeans,
  read: LicenceReader,
  first: Stored<LicenceDossier>,
  holderMasked: string,
  doing: Doing,
): Promise<Done | Refusal> {
  const { reliesOn } = doing
  return performOnOwn<LicenceDossier, LicenceWorld>(
    means.ledger,
    first,
    {
      procedure: () => licence,
      jobKind: LICENCE_JOB,
      statement: SAVE_LICENCE,
      async again() {
        const row = await read.byStream(first.area, first.stream)
        return row && storedOf(row)
      },
      world: ({ dossier }, _request, fresh) => means.world(dossier, { reliesOn }, fresh),
      view: ({ area, stream, dossier }, _world, changedAt) =>
        licenceValues({ area, stream, dossier, holderMasked, changedAt }),
      movedSince: (dossier, seen) => seen < dossier.last.seq,
      restsOnCopies: (code) => code.startsWith('power-') || code === 'seal-none',
      setsJobsAnew: (name) => name === 'recompute-clocks',
      answer: ({ number, state, version }) => ({ number, state, version }),
      numbered: (name) => name in NUMBERED,
      takeNumber: async (tx, { area, dossier: { body } }, { action: name, now: at }, world) => ({
        ...world,
        documentNumber: await means.number(tx, { area, body, kind: NUMBERED[name]!, at }),
      }),
    },
    doing,
  )
}

function storedOf({ area, stream, hash, dossier }: LicenceRow): Stored<LicenceDossier> {
  return { area, stream, hash, dossier }
}

/** What is wrong with an act's input, in short Chinese phrases. */
const inputProblems = inputCheck(LICENCE_ACTIONS)
