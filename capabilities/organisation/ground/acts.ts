import { Value } from 'typebox/value'
import { addDays } from '#engine/day.ts'
import type {
  BodyChange,
  NewOffice,
  PlaceChange,
  ServedChange,
  StandardChange,
} from '../contract/ground-routes.ts'
import { OpeningHours } from '../contract/place.ts'
import { refuse } from '../contract/refusal.ts'
import { demoCreditCode } from '../model/credit-code.ts'
import { inOrder } from '../model/hours.ts'
import { changedFields, placeChangeProblem } from '../model/place-change.ts'
import { organisationReader } from '../store/reader.ts'
import { organisationWriter } from '../store/writer.ts'
import type { GroundAct } from './ground-act.ts'

export const changePlace: GroundAct<PlaceChange> = {
  ...{ name: 'change-place', subject: 'place', duty: 'places', structural: false },
  touches: (of) => [`place:${of}`],
  async judge(tx, { area, of, wish }) {
    const { from, nameBasis: _why, basis: _basis, ...fields } = wish
    const read = organisationReader(tx)
    const [place] = await read.placesByIds(area, [of])
    if (place === undefined) return refuse('place-unknown', { place: of })
    const problem = placeChangeProblem(place, wish, await read.places(area, from))
    if (problem) return problem
    return {
      ...{ grounds: [place.owner], since: place.validFrom, changes: changedFields(place, fields) },
      write: () => organisationWriter(tx).changePlace(area, of, fields, from),
    }
  },
}

export const changeBody: GroundAct<BodyChange> = {
  ...{ name: 'change-body', subject: 'body', duty: 'places', structural: false },
  touches: (of) => [`body:${of}`],
  async judge(tx, { area, of, wish }) {
    const { from, basis: _basis, ...fields } = wish
    const [body] = await organisationReader(tx).bodiesByIds(area, [of])
    if (body === undefined) return refuse('body-unknown', { id: of })
    return {
      ...{ grounds: [of], since: body.validFrom, changes: changedFields(body, fields) },
      write: () => organisationWriter(tx).changeBody(area, of, fields, from),
    }
  },
}

export const changeStandard: GroundAct<StandardChange> = {
  ...{ name: 'change-standard', subject: 'place', duty: 'places', structural: false },
  touches: (of) => [`place:${of}`],
  async judge(tx, { area, of, wish: { name, value, from } }) {
    const [place] = await organisationReader(tx).placesByIds(area, [of])
    if (place === undefined) return refuse('place-unknown', { place: of })
    if (Value.Check(OpeningHours, value) !== (name === 'openingHours')) return refuse('standard-malformed')
    if (Value.Check(OpeningHours, value) && !inOrder(value)) return refuse('hours-out-of-order')
    return {
      ...{ grounds: [place.owner], since: place.validFrom },
      changes: changedFields(place.standards, { [name]: value }),
      write: () => organisationWriter(tx).setStandard(area, of, name, value, from),
    }
  },
}

export const changeServed: GroundAct<ServedChange> = {
  ...{ name: 'change-served', subject: 'served', duty: 'places', structural: false },
  touches: (of, { place }) => [`region:${of}`, ...(place === undefined ? [] : [`place:${place}`])],
  async judge(tx, { area, of: region, wish: { place, from } }) {
    const read = organisationReader(tx)
    const [before] = await read.servedByRegions(area, [region], from)
    const ids = [place, before?.place].filter((id) => id !== undefined)
    const at = await read.placesByIds(area, ids)
    const stray = ids.find((id) => !at.some((each) => each.id === id))
    if (stray !== undefined) return refuse('place-unknown', { place: stray })
    const write = organisationWriter(tx)
    return {
      grounds: at.map(({ owner }) => owner),
      // The field is of the village: another village may go to the same place on another day.
      changes: changedFields({ [`place/${region}`]: before?.place }, { [`place/${region}`]: place }),
      write: () =>
        place === undefined
          ? write.withdrawServed(area, region, addDays(from, -1))
          : write.serve(area, region, place, from),
    }
  },
}

/**
 * 审批服务所 (BS-2.4-08): an institution under the government of a pilot town. It has no powers of its own by law (行政许可法第二十三条): it
 * deals with the town's matters in the town's name, and takes over people, functions, equipment and items by transfers with dates.
 */
export const foundOffice: GroundAct<NewOffice> = {
  ...{ name: 'found-office', subject: 'body', duty: 'reform', structural: true },
  touches: (of) => [`office-of:${of}`],
  async judge(tx, { area, of: town, wish: { name, shortName, from } }) {
    const read = organisationReader(tx)
    const [government] = await read.bodiesByIds(area, [town])
    if (government?.tier !== 5) return refuse('quota-not-a-town', { body: town })
    const pilots = (await read.pack(area))?.body.parameters.pilotTowns
    if (pilots?.value.includes(government.region) !== true)
      return refuse('office-not-pilot', { town }, pilots?.clauses.join('、'))
    const id = `office-${government.region.slice(0, 9)}`
    if ((await read.bodiesByIds(area, [id])).length > 0) return refuse('office-founded', { id })
    return {
      ...{ grounds: [town], changes: [{ field: 'name', before: null, after: name }] },
      write: () =>
        organisationWriter(tx).addBody(area, {
          ...{ id, name, shortName, kind: 'institution', tier: 5, region: government.region, parent: town },
          ...{ creditCode: demoCreditCode(area, id, 'institution'), syntheticCode: true },
          ...{ certainty: 'stated', validFrom: from },
        }),
    }
  },
}
