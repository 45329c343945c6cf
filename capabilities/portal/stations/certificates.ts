import type { CitizenActor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import { ownCertificates } from '#capabilities/agency/index.ts'
import { NEVER_ISSUED } from '#capabilities/catalogue/index.ts'
import { canonical, sm3, type Json } from '#platform/ledger/canonical.ts'
import { isRefused } from '#platform/refusal.ts'
import type { PageRefusal, Visitor } from '../contract.ts'
import type { StationServices } from '../contract/stations.ts'
import { citizenOf, type CitizenMeans } from '../means.ts'
import { said } from '../words.ts'

type Part = Exclude<keyof StationServices, 'owed'>
type Posts = Parameters<typeof ownCertificates>[0]['posts']

/** One's own certificates, and asking for one from home where the county's list allows it. */
export function certificatesOfCitizen(means: CitizenMeans, posts: Posts): Pick<StationServices, Part> {
  const { area, clock } = means
  const own = ownCertificates({ ...means, posts })
  const asking = (asked: object, requestId: string) => ({
    ...{ now: clock.now(), requestId, requestHash: sm3(canonical(asked as Json)), reliesOn: [] },
  })
  async function forCitizen<A>(
    visitor: Visitor,
    answer: (who: CitizenActor) => Promise<A | Refusal>,
  ): Promise<A | PageRefusal> {
    const who = citizenOf(visitor)
    if (isRefused(who)) return said(who)
    const answered = await answer(who)
    return isRefusal(answered) ? said(answered) : answered
  }
  return {
    async certificateKinds() {
      const day = legalDay(clock.now())
      const [kinds, places] = await Promise.all([own.kinds(area, day), own.places(area, day)])
      return { kinds, never: NEVER_ISSUED, places: places.map(({ id, name }) => ({ id, name })) }
    },
    myCertificates: (visitor) =>
      forCitizen(visitor, async (who) => ({ items: await own.list(area, who, clock.now()) })),
    myCertificate: (visitor, id) => forCitizen(visitor, (who) => own.find(area, who, id, clock.now())),
    askCertificate: (visitor, wish, requestId) =>
      forCitizen(visitor, async (who) => {
        const done = await own.ask(area, who, wish, asking({ ask: wish }, requestId))
        return isRefusal(done) ? done : { id: (done.answer as { id: string }).id }
      }),
    withdrawCertificate: (visitor, id, requestId) =>
      forCitizen(visitor, async (who) => {
        const done = await own.withdraw(area, who, id, asking({ withdraw: id }, requestId))
        return isRefusal(done) ? done : undefined
      }),
  }
}
