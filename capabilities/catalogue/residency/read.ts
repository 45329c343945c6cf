import type { LegalDay } from '#engine/day.ts'
import { held } from '#capabilities/books/index.ts'
import { pausedWindows, type Organisation } from '#capabilities/organisation/index.ts'
import { windowProblem } from '#capabilities/organisation/model.ts'
import type { Queryable } from '#platform/db/db.ts'
import { ENTRUSTMENT_AGREEMENT, type EntrustmentAgreement } from '../books/entrustment-agreement.ts'
import { RESIDENCY_EXCEPTION, type ResidencyException } from '../books/residency-exception.ts'
import type { CatalogueReader } from '../store.ts'
import type { AtWindow, ItemAtWork, ResidencyGround } from './ground.ts'

export interface ResidencyMeans {
  db: Queryable
  organisation: Organisation
  catalogue: Pick<CatalogueReader, 'itemsInForce' | 'grants'>
  staff: { postsOfArea(area: string): Promise<readonly PostRow[]> }
}

interface PostRow {
  body: string
  place: string
  window: string | null
  roles: readonly string[]
  validFrom: string
  validTo: string | null
}

export interface AtWork {
  items: readonly ItemAtWork[]
  ground: ResidencyGround
}

/** Everything that the rates of a day rest on. */
export async function atWork(means: ResidencyMeans, area: string, day: LegalDay): Promise<AtWork> {
  const { db, organisation, catalogue, staff } = means
  const [items, places, bodies, pack, grants, posts, exceptions, agreements, paused] = await Promise.all([
    catalogue.itemsInForce(area, day),
    organisation.places(area, day),
    organisation.bodies(area, day),
    organisation.pack(area),
    catalogue.grants(area),
    staff.postsOfArea(area),
    held<ResidencyException>(db, { kind: RESIDENCY_EXCEPTION }, { area, on: day }),
    held<EntrustmentAgreement>(db, { kind: ENTRUSTMENT_AGREEMENT }, { area, on: day }),
    pausedWindows(db, area, { on: day }),
  ])
  const served = places.filter(({ kind }) => kind === 'hall' || kind === 'centre')
  const windows = await organisation.windowsOfPlaces(
    area,
    served.map(({ id }) => id),
    day,
  )
  // A pause with its last day leaves a matter at its window (DW-3.2.4-01 asks where it is handled); one that nobody ends has taken it away.
  const gone = new Set(paused.filter(({ to }) => to === undefined).map(({ window }) => window))
  const [closed, open] = [windows.filter(({ id }) => gone.has(id)), windows.filter(({ id }) => !gone.has(id))]
  const model = pack?.body.parameters.windowModel.value
  return {
    items: items.map(({ item }) => item),
    ground: {
      ...{ day, windows: open, closed, grants, places: served },
      takes: (window, domain) => model === undefined || windowProblem(model, window, domain) === undefined,
      posts: posts.flatMap((post) => sitting(post, day)),
      exceptions: exceptions.map(({ entry: { body }, to }) => ({
        ...{ item: body.item, ground: body.ground, reason: body.reason, approvalNo: body.approvalNo ?? '' },
        ...(to === undefined ? {} : { to }),
      })),
      agreements: agreements.map(({ entry: { body } }) => body),
      towns: bodies
        .filter(({ tier }) => tier === 5)
        .map(({ id, kind }) => ({ id, street: kind === 'street-office' })),
    },
  }
}

function sitting({ body, place, window, roles, validFrom, validTo }: PostRow, day: LegalDay): AtWindow[] {
  const on = validFrom <= day && (validTo === null || validTo >= day)
  return on && window !== null ? [{ body, place, window, roles }] : []
}
