import { addDays, legalDay } from '#engine/day.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { ProcedureName } from '#capabilities/case/contract.ts'
import { givePower, offersDelegation, takePowerBack } from '../events/delegation.ts'
import { appointBeside } from '../events/posts.ts'
import type { Run } from '../run.ts'
import { plain } from './writing.ts'
import type { Errand, Going, Step } from './errand.ts'
import { does, happens, hears, reaches, until } from './steps.ts'

const TOWN = {
  ...{ body: 'town-370304004', centre: 'centre-370304004', region: '370304004207' },
  station: 'station-370304004207',
}

/** A matter that a department decides and that a town may be given, taken in at that town. */
const wanted = (procedure: ProcedureName) => ({
  procedure,
  ...{ place: TOWN.centre, region: TOWN.region },
  like: (item: ItemVersion, run: Run) =>
    offersDelegation(item) &&
    run.delegated.every((given) => given.item !== item.id) &&
    (procedure === 'approval' ? plain(item) : item.process.forwardsTo === undefined),
})

/** Long enough for whatever the errand still wants with it. */
const LONG = 60

const given = (more: { inDays?: number; places?: readonly string[] } = {}): Step =>
  happens(async (run, going, { item }) => {
    const today = legalDay(run.town.clock.now())
    const { inDays = 0, places = [] } = more
    const now = inDays === 0 && places.length === 0
    const id = await givePower(run, {
      ...{ item: item.id, body: TOWN.body, places, kind: 'delegated', from: addDays(today, inDays) },
      until: addDays(today, now ? LONG : inDays + 4),
      ...(now ? { errand: true as const } : {}),
    })
    if (id !== undefined) going.power = id
    return id !== undefined
  })

const takenBack: Step = happens(async (run, { power }: Going) => {
  await takePowerBack(
    run,
    run.delegated.filter(({ id }) => id === power),
  )
  return true
})

const referred = does('refer', {
  fill: () => ({ toBody: TOWN.body, region: TOWN.region, reason: '该事项已经下放，由镇街道办理。' }),
})

const returned = until(({ decidingBody }) => decidingBody !== TOWN.body)

/** Somebody who serves at the window there and decides for the town: they see the case, and have no power over it. */
const joint: Step = happens(async (run) => {
  const beside = run.town.posts.find(
    ({ roles, place }) => roles.includes('approver') && place === TOWN.centre,
  )
  if (beside === undefined) return false
  await appointBeside(run, beside, ['window-clerk', 'approver'])
  await run.town.readPosts()
  return true
})

const reviewedFirst = (procedure: ProcedureName): Step[] => (procedure === 'approval' ? [does('review')] : [])

/** Errands about powers that move while a case is open. */
export const POWERS: readonly Errand[] = [
  ...(['approval', 'on-the-spot', 'commitment'] as const).flatMap((procedure): Errand[] => [
    {
      for: [`${procedure} take-over-decision`, `${procedure} refer`],
      wanted: wanted(procedure),
      steps: [
        ...[reaches('accepted'), given(), referred, ...reviewedFirst(procedure), does('grant'), takenBack],
        returned,
      ],
    },
    {
      for: [`${procedure} reassign-deciding-body`],
      wanted: wanted(procedure),
      steps: [reaches('accepted'), given(), referred, takenBack, returned],
    },
  ]),
  {
    // Taken in by another town, decided from afar at first and then by this one, whose windows may not print it.
    for: ['print-elsewhere'],
    wanted: { ...wanted('approval'), place: 'centre-370304106', delivery: 'window' },
    steps: [
      ...[reaches('accepted'), given(), referred, does('review'), does('grant'), does('seal')],
      ...[reaches('issued'), hears('print-elsewhere')],
    ],
  },
  {
    for: ['power-not-yet'],
    wanted: wanted('approval'),
    steps: [does('review'), given({ inDays: 3 }), joint, hears('power-not-yet')],
  },
  {
    for: ['power-other-place'],
    wanted: wanted('approval'),
    steps: [does('review'), given({ places: [TOWN.station] }), joint, hears('power-other-place')],
  },
]
