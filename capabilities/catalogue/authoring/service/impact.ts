import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { ImpactLine } from '../../contract/change.ts'
import { grantPlan } from '../../model/grant-plan.ts'
import { impactWords as words } from '../../words/impact.ts'
import { differences } from '../differences.ts'
import { grantingIn } from '../granting.ts'
import { sightOfChanges } from '../sight.ts'
import { changeReader } from '../store.ts'
import type { Parts } from './act.ts'
import type { Looking } from './detail.ts'

const NAMED = 8

/** What publishing a change touches, and what becomes of it; asked before a day is set. */
export async function impact(
  { means }: Parts,
  id: string,
  { actor, now }: Looking,
): Promise<{ lines: ImpactLine[] } | Refusal> {
  const { area } = actor
  const row = await changeReader(means.db).find(area, id, sightOfChanges(actor))
  if (row === undefined) return refusal('change-not-found')
  const { item, base, body, effectiveFrom } = row.dossier
  const day = legalDay(now)
  const from = effectiveFrom ?? day
  const [before, granting, grants, bodies, places, navigation, further] = await Promise.all([
    means.catalogue.itemVersion(area, item, base),
    grantingIn(means.organisation, area, day),
    means.catalogue.grantsInMemory(area, true),
    means.organisation.bodies(area, day),
    means.organisation.placeDirectory(area, day),
    means.catalogue.navigation(area),
    Promise.all(means.impact.map((source) => source(area, item, base, body))),
  ])
  const nameOf = (body: string) => bodies.find((one) => one.id === body)?.shortName ?? body
  const plan = grantPlan(body, granting, grants, from)
  const parts =
    before === undefined ? [] : [...new Set(differences(before.item, body).map(({ part }) => part))]
  const offering = places.filter(({ tier }) => tier !== 'point' && body.entryModes[tier] !== undefined)
  const scenes = navigation.scenes
    .filter(({ wanted }) => Object.hasOwn(wanted, item))
    .map(({ title }) => title)
  const bundles = await citing(means, area, item)
  return {
    lines: [
      ...further.flat(),
      line(
        'powers-given',
        plan.give.map((grant) => nameOf(grant.body)),
      ),
      line(
        'powers-ended',
        plan.end.map((grant) => nameOf(grant.body)),
      ),
      line(
        'places',
        offering.map(({ name }) => name),
      ),
      line('guide', parts),
      line('scenes', scenes),
      line('bundles', bundles),
    ],
  }
}

async function citing(means: Parts['means'], area: string, item: string): Promise<readonly string[]> {
  return (await means.bundlesCiting?.(area, item)) ?? []
}

function line(kind: keyof typeof words, all: readonly string[]): ImpactLine {
  const { title, text } = words[kind]
  const names = [...new Set(all)]
  return {
    ...{ kind, title, count: all.length, text },
    ...(names.length === 0 ? {} : { names: names.slice(0, NAMED) }),
  }
}
