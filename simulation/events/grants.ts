import { addDays, legalDay, startOfDay } from '#engine/day.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import type { Run } from '../run.ts'
import { viewRow } from '../checks/truth.ts'

/** The power over an item of an open case is taken from a body, for a few days. */
export async function endSomeGrant(run: Run): Promise<void> {
  const { town, random, journal } = run
  const giveBackOn = addDays(legalDay(town.clock.now()), random.whole(1, 4))
  const open = journal.cases.filter((known) => known.open)
  if (open.length === 0) return
  const { no } = random.oneOf(open)
  const row = await viewRow(town.truth, town.area, no)
  const ended = new Set(run.endedGrants.map(({ stream }) => stream))
  const grants = (await town.house.catalogue.grants(town.area))
    .filter(({ item, stream, to }) => item === row?.dossier.item.id && !ended.has(stream) && to === undefined)
    // What a town was given is taken back by a document, and by whoever gave it.
    .filter(({ id }) => run.delegated.every((given) => given.id !== id))
    .filter(
      ({ body }) => body === row?.dossier.decidingBody || body === officeOf(run, row?.dossier.acceptPlace),
    )
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (grants.length === 0) return
  const { stream, body } = random.oneOf(grants)
  const yesterday = addDays(legalDay(town.clock.now()), -1)
  await changeGrant(run, stream, 'power-ended', yesterday)
  run.endedGrants.push({ stream, item: row!.dossier.item.id, body, giveBackAt: startOfDay(giveBackOn) })
  journal.mishap('grant-ended')
  journal.write(town.clock.now(), 'power ended', body, row!.dossier.item.id)
}

export async function giveBackGrants(run: Run, all = false): Promise<void> {
  const now = run.town.clock.now()
  for (const { stream } of run.endedGrants.filter(({ giveBackAt }) => all || giveBackAt <= now)) {
    await changeGrant(run, stream, 'power-granted', null)
    run.journal.mishap('grant-given')
  }
  run.endedGrants = run.endedGrants.filter(({ giveBackAt }) => !all && giveBackAt > now)
}

/** As whoever keeps the register of powers does it: the fact and its view in one statement. */
export async function changeGrant(run: Run, stream: string, kind: string, to: string | null): Promise<void> {
  run.powersChangedAt = run.town.clock.now()
  const { town } = run
  const head = (await town.house.ledger.head(town.area, stream))!
  const { outcome } = await town.house.ledger.commit(
    CHANGE,
    {
      ...{ areaCode: town.area, actorKey: 'system', requestHash: '', reliesOn: [], jobs: [], cancelJobs: [] },
      ...{
        requestId: `grant-${run.serial()}`,
        actor: { kind: 'system', job: 'grant' },
        at: town.clock.now(),
      },
      streams: [
        {
          ...{ stream, expectedVersion: head.version, prevHash: head.hash },
          facts: [{ kind, body: { to }, schemaVersion: 1 }],
        },
      ],
      result: null,
    },
    [town.area, stream, to, head.version + 1],
  )
  if (outcome !== 'done') throw new Error(`${kind}: ${outcome}`)
}

const CHANGE = commitStatement(
  'simulation.grant',
  (n) => `changed AS (
    UPDATE catalogue.power_grant SET valid_to = $${n + 2}::date, version = $${n + 3}::int
    FROM committed WHERE area_code = $${n}::text AND stream = $${n + 1}::text AND committed.outcome = 'done')`,
)

const officeOf = ({ town }: Run, place: string | undefined): string | undefined =>
  town.posts.find((post) => post.place === place && post.roles.includes('window-clerk'))?.body
