import type { Actor, StaffActor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
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
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import { maskName } from '#platform/crypto/mask.ts'
import { sqlState } from '#platform/db/db.ts'
import { unprintable } from '#platform/documents/coverage.ts'
import { newId } from '#platform/id.ts'
import { streamId } from '#platform/ledger/stream.ts'
import type { Holder, NewCertificate } from '../../contract/certificate.ts'
import { CERTIFICATE_ACTIONS, type AskInput } from '../model/acts.ts'
import { NO_CERTIFICATE, type Certificate, type CertificateWorld } from '../model/dossier.ts'
import { certificateProcedure } from '../model/procedure.ts'
import {
  certificateByStream,
  certificateValues,
  findCertificate,
  nextSerial,
  SAVE_CERTIFICATE,
  sightOfCertificates,
  type CertificateRecord,
} from '../store.ts'
import { ACT_TITLES } from '../words/titles.ts'
import type { CertificateMeans } from './means.ts'
import { worldOf } from './world.ts'

export const CERTIFICATE_JOB = 'certificate.act'

export type Asking = Pick<Doing, 'now' | 'requestId' | 'requestHash' | 'reliesOn'>

const inputProblems = inputCheck(CERTIFICATE_ACTIONS.map((each) => [each.name, each]))

/** Somebody asks for a certificate, at a counter or from home. */
export async function ask(
  means: CertificateMeans,
  { actor, area, place }: { actor: Actor; area: string; place: string },
  { type, holder, purpose, wish }: NewCertificate,
  asking: Asking,
): Promise<Done | Refusal> {
  const signs = unprintable(JSON.stringify([holder.name, purpose]))
  if (signs.length > 0) return refusal('unprintable-signs', { facts: { signs: signs.join('') } })
  const party = await partyOf(means, actor, holder)
  const sealer = await means.sealing.sealFor(NO_AREA, subjectOf(party))
  const id = newId()
  const input: AskInput = {
    ...{ id, area, place, party, type, purpose, holderMasked: maskName(holder.name) },
    details: sealer.seal(JSON.stringify(holder)),
    ...(wish === undefined || wish === '' ? {} : { wish: sealer.seal(wish) }),
  }
  const first = {
    ...{ area, stream: streamId('certificate', id, asking.now), hash: null },
    dossier: { ...NO_CERTIFICATE, area, party, type, place },
  }
  const doing = { ...asking, act: 'ask', input: { ...input }, actor }
  return perform(means, first, doing).catch(askedInTheSameMoment)
}

const partyOf = ({ parties }: CertificateMeans, actor: Actor, holder: Holder): Promise<string> =>
  actor.kind === 'citizen'
    ? Promise.resolve(actor.party)
    : parties.findOrCreate({ ...holder, idKind: 'citizen-id' })

/** One act by an officer on a certificate they may see; one they may not see does not exist for them. */
export async function actByStaff(
  means: CertificateMeans,
  id: string,
  doing: Doing & { actor: StaffActor },
): Promise<Done | Refusal> {
  const { actor, act, input } = doing
  const row = await findCertificate(means.db, actor.area, id, sightOfCertificates(actor))
  if (row === undefined) return refusal('certificate-not-found')
  if (!(act in ACT_TITLES)) return refusal('action-unknown')
  const problems = inputProblems(act, input)
  if (problems.length > 0) return refusal('input-invalid', { facts: { problems } })
  return perform(means, storedOf(row), doing)
}

/** Who asked takes it back; nothing else is theirs to do. */
export const withdrawByApplicant = (
  means: CertificateMeans,
  row: CertificateRecord,
  { actor, ...asking }: Asking & { actor: Actor },
): Promise<Done | Refusal> => perform(means, storedOf(row), { ...asking, actor, act: 'withdraw', input: {} })

/** A system act; it meets the same procedure as people do. */
export const actBySystem = (
  means: CertificateMeans,
  row: CertificateRecord,
  doing: SystemDoing,
): Promise<Done | Refusal> => perform(means, storedOf(row), bySystem(doing))

async function perform(
  means: CertificateMeans,
  first: Stored<Certificate>,
  doing: Doing,
): Promise<Done | Refusal> {
  const done = await performOnOwn<Certificate, CertificateWorld>(
    means.ledger,
    first,
    {
      procedure: () => certificateProcedure,
      ...{ jobKind: CERTIFICATE_JOB, statement: SAVE_CERTIFICATE },
      async again() {
        const row = await certificateByStream(means.db, first.area, first.stream)
        return row && storedOf(row)
      },
      world: ({ area, dossier }, { now }) =>
        worldOf(means, { ...dossier, area, now, reliesOn: doing.reliesOn }),
      view: ({ area, stream, dossier }, _world, changedAt) =>
        certificateValues({ area, stream, dossier, changedAt }),
      answer: ({ id, state, version }) => ({ id, state, version }),
      numbered: (act) => act === 'issue',
      takeNumber: async (tx, { area, dossier: { place } }, { now }, world) => {
        const year = Number(legalDay(now).slice(0, 4))
        const serial = await nextSerial(tx, area, place, year)
        return { ...world, next: { year, serial, no: numberOf(world.at?.region ?? area, year, serial) } }
      },
    },
    doing,
  )
  return worded(done)
}

/** 证〔2026〕370304004207-0001: the village by its code, and one series a year. */
const numberOf = (region: string, year: number, serial: number): string =>
  `证〔${year}〕${region}-${String(serial).padStart(4, '0')}`

export const storedOf = ({ area, stream, hash, dossier }: CertificateRecord): Stored<Certificate> => ({
  ...{ area, stream, hash, dossier },
})

const UNIQUE_VIOLATION = '23505'

/** Two windows at once: the index lets the first through. */
function askedInTheSameMoment(error: unknown): Refusal {
  const { constraint } = error as { constraint?: string }
  if (sqlState(error) === UNIQUE_VIOLATION && constraint === 'certificate_open_once')
    return refusal('certificate-asked-already')
  throw error
}

/** The engine's refusals under codes that have sentences about certificates. */
const worded = inOwnWords({
  'not-in-this-state': 'certificate-moved-on',
  'not-for-this-dossier': 'certificate-moved-on',
  'changed-since-read': 'certificate-moved-on',
  'not-your-step': 'certificate-not-your-step',
})
