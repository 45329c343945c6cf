import { addDays, legalDay } from '#engine/day.ts'
import type { OrganisationPack, PackFile } from '#capabilities/organisation/contract/pack.ts'
import { writePackVersion } from '#capabilities/organisation/store/writer.ts'
import type { Run } from '../run.ts'

type Parameters = PackFile['parameters']

/** What a county may decide otherwise for a while: each matter in its own town, nothing from afar, windows that decide. */
const PLANS: readonly ((parameters: Parameters) => Parameters)[] = [
  (before) => ({
    ...before,
    ...(before.crossTownAcceptance
      ? { crossTownAcceptance: { ...before.crossTownAcceptance, value: false } }
      : {}),
  }),
  (before) => ({
    ...before,
    ...(before.delegation
      ? {
          delegation: {
            ...before.delegation,
            value: { ...before.delegation.value, remoteApproval: false },
          },
        }
      : {}),
  }),
  (before) => ({
    ...before,
    ...(before.integratedHandling
      ? { integratedHandling: { ...before.integratedHandling, value: 'accept-and-decide' as const } }
      : {}),
  }),
]

/** The plan of the county (方案) changes for some days; cases that are open go on under it. */
export async function planChanges(run: Run): Promise<void> {
  const { town, random, journal } = run
  if (run.plan !== undefined) return
  const before = (await town.house.organisation.pack(town.area))!.body
  const parameters = PLANS[(journal.mishaps.get('plan-changed') ?? 0) % PLANS.length]!(before.parameters)
  const today = legalDay(town.clock.now())
  run.plan = { before, until: addDays(today, random.whole(2, 5)) }
  await write(run, { ...before, parameters, version: before.version + 1 }, today)
  journal.mishap('plan-changed')
}

/** It is again what it was. */
export async function planReturns(run: Run, always = false): Promise<void> {
  const today = legalDay(run.town.clock.now())
  if (run.plan === undefined || (!always && run.plan.until > today)) return
  const { version } = (await run.town.house.organisation.pack(run.town.area))!.body
  await write(run, { ...run.plan.before, version: version + 1 }, today)
  run.plan = undefined
}

async function write({ town, journal }: Run, pack: PackFile, today: string): Promise<void> {
  const whole = { pack } as OrganisationPack
  const version = await town.truth.transaction((tx) => writePackVersion(tx, whole, today))
  journal.write(town.clock.now(), 'plan', version)
}
