import type { Actor, StaffActor } from '#engine/actor.ts'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { due } from '#engine/clock/clock.ts'
import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import { perform, type Collection, type Done, type Stored } from '#capabilities/acts/perform.ts'
import type { Catalogue } from '#capabilities/catalogue/index.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import type { SubjectKeys } from '#platform/crypto/subject-keys.ts'
import type { Db } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import type { Ledger, StoredFact } from '#platform/ledger/ledger.ts'
import { streamId } from '#platform/ledger/stream.ts'
import { benchLifecycle, taskIn, type BenchDossier, type BenchWorld } from './procedure.ts'
import { caseByStream, CREATE, findCase, STEP, type BenchRow } from './store.ts'

export interface BenchMeans {
  db: Db
  ledger: Ledger
  catalogue: Catalogue
  sealing: SubjectKeys
  calendar: WorkingCalendar
  /** Published items never change, so they are kept in memory: `area/code` → stream and name. */
  items: ReadonlyMap<string, { stream: string; name: string }>
}

export interface Asking {
  actor: StaffActor
  now: string
  requestId: string
  requestHash: string
  reliesOn: readonly ReliedOn[]
}

interface NewBenchCase {
  no: string
  item: string
  party: string
  title: string
  applicant: string
  form: object
}

export const NOBODYS_AREA = '000000'
const NEVER = '9999-12-31'

export async function createCase(
  means: BenchMeans,
  asking: Asking,
  asked: NewBenchCase,
): Promise<Done | Refusal> {
  const { actor, now } = asking
  const item = means.items.get(`${actor.area}/${asked.item}`)
  if (item === undefined) return refusal('item-not-in-force', { facts: { item: asked.item } })
  const stream = streamId('bench', newId(), now)
  const { no, party, title, applicant, form } = asked
  const input = { no, item: asked.item, party, body: actor.body, title, private: { applicant, form } }
  const collection: BenchCollection = {
    ...part(
      means,
      { ...asking, reliesOn: [...asking.reliesOn, { stream: item.stream, version: 1 }] },
      party,
      asked.item,
    ),
    statement: CREATE,
    load: async () => ({ area: actor.area, stream, hash: null, dossier: benchLifecycle.initial }),
    view: ({ area, dossier }) => [
      area,
      idOf(stream),
      stream,
      no,
      asked.item,
      actor.body,
      title,
      now,
      JSON.stringify(dossier),
    ],
  }
  return perform(means.ledger, collection, { ...asking, action: 'create', input })
}

export async function step(
  means: BenchMeans,
  asking: Asking,
  asked: { no: string; act: string; note: string; seenVersion?: number },
): Promise<Done | Refusal> {
  const { actor } = asking
  const first = await findCase(means.db, actor.area, asked.no, actor)
  if (first === undefined) return refusal('case-not-found')
  let row: BenchRow | undefined = first
  const collection: BenchCollection = {
    ...part(means, asking, first.dossier.party, first.dossier.item),
    statement: STEP,
    load: async () => {
      const current = row ?? (await caseByStream(means.db, first.area, first.stream))
      row = undefined
      return { area: current.area, stream: current.stream, hash: current.hash, dossier: current.dossier }
    },
    view: (after, world, now) => stepValues(after, world, now, first.id, actor),
  }
  const { act: action, note, seenVersion } = asked
  return perform(means.ledger, collection, {
    ...asking,
    action,
    input: { note },
    ...(seenVersion === undefined ? {} : { seenVersion }),
  })
}

type BenchCollection = Collection<BenchDossier, BenchWorld>

function part(means: BenchMeans, { actor, reliesOn }: Asking, party: string, item: string) {
  return {
    procedure: () => benchLifecycle,
    jobKind: 'bench.act',
    world: async (stored: Stored<BenchDossier>, _request: unknown, fresh: boolean): Promise<BenchWorld> => {
      const [grants, sealer] = await Promise.all([
        means.catalogue.grantsInMemory(stored.area, fresh),
        means.sealing.sealFor(NOBODYS_AREA, party),
      ])
      return {
        calendar: means.calendar,
        grants: grants.filter((grant) => grant.item === item && grant.body === actor.body),
        reliesOn,
        seal: (text) => sealer.seal(text),
      }
    },
    answer: ({ no, state, version }: BenchDossier) => ({ no, state, version }),
  }
}

function stepValues(
  { area, dossier }: Stored<BenchDossier>,
  { calendar }: BenchWorld,
  now: string,
  id: string,
  { post }: StaffActor,
): unknown[] {
  const { state, version, title, assignee, decision, clocks } = dossier
  const term = clocks['term']
  const dueDay = term === undefined || term.ended ? NEVER : due(term, calendar).day!
  const facts = [area, id, version, now, legalDay(now), post, dueDay]
  return [...facts, state, title, assignee, decision, taskIn(state) ?? null, JSON.stringify(dossier)]
}

const idOf = (stream: string): string => stream.slice(stream.lastIndexOf(':') + 1)

/** The whole case: its fields, the form from the first fact, and every fact with its note in the clear. */
export async function readCase(means: BenchMeans, actor: Actor, area: string, no: string) {
  const row = await findCase(means.db, area, no, actor)
  if (row === undefined) return refusal('case-not-found')
  const { dossier, receivedAt, dueDay } = row
  const facts = await means.ledger.facts(area, row.stream)
  const opened = await means.sealing.openAll(
    facts.map((fact) => ({ area: NOBODYS_AREA, subject: dossier.party, sealed: sealedIn(fact) })),
  )
  const personal = JSON.parse(opened[0]!) as { applicant: string; form: object }
  return {
    ...dossier,
    ...personal,
    receivedAt,
    dueDay,
    itemName: means.items.get(`${area}/${dossier.item}`)?.name,
    facts: facts.map((fact, index) => shown(fact, index === 0 ? undefined : opened[index]!)),
  }
}

function sealedIn({ body }: StoredFact): Sealed {
  const { sealed, note } = body as { sealed?: Sealed; note?: Sealed }
  return (sealed ?? note)!
}

function shown({ seq, kind, at, actor, body, hash }: StoredFact, note: string | undefined) {
  const { sealed: _sealed, ...open } = body as Record<string, unknown>
  return { seq, kind, at, actor, hash, body: note === undefined ? open : { ...open, note } }
}
