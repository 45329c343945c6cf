import type { OrganisationPack } from '../contract/pack.ts'
import type { Place, ServedRegion, Window } from '../contract/place.ts'
import { parentCode } from '../model/region-tree.ts'
import type { VersionedRow } from './versions.ts'

type New<T> = Omit<T, 'version' | 'validTo'> & { validTo?: string | null }

/** Contract shapes as table rows; the one place that knows both names of a column. */
export function regionRow(region: OrganisationPack['regions']['regions'][number]): VersionedRow {
  const { code, name, type, tier, validFrom, validTo, successorCode } = region
  return {
    ...dated(code, validFrom, validTo),
    columns: { name, type, tier, parent: parentCode(code), successor_code: successorCode ?? null },
  }
}

export function bodyRow(body: OrganisationPack['bodies']['bodies'][number]): VersionedRow {
  const { id, name, shortName, kind, tier, region, parent, creditCode, syntheticCode, certainty, validFrom } =
    body
  return {
    ...dated(id, validFrom),
    columns: {
      name,
      short_name: shortName,
      kind,
      tier,
      region,
      parent,
      credit_code: creditCode,
      synthetic_code: syntheticCode,
      certainty,
    },
  }
}

export function dutyRow(duty: OrganisationPack['duties']['duties'][number]): VersionedRow {
  const { id, subject, subjectName, role, body, clauses, acts = [], validFrom } = duty
  const columns = { subject, subject_name: subjectName, role, body, clauses, acts }
  return { ...dated(id, validFrom), columns }
}

export function placeRow(place: New<Place>): VersionedRow {
  const { id, kind, name, region, parent, owner, address, phone, supervisionPhone, synthetic, standards } =
    place
  return {
    ...dated(id, place.validFrom, place.validTo),
    columns: {
      kind,
      name,
      region,
      parent,
      owner,
      address,
      phone,
      supervision_phone: supervisionPhone,
      synthetic,
      standards,
    },
  }
}

export function windowRow(window: New<Window>): VersionedRow {
  const { id, place, no, name, kind, undifferentiated, validFrom, validTo } = window
  return { ...dated(id, validFrom, validTo), columns: { place, no, name, kind, undifferentiated } }
}

export function servedRow({ region, place, validFrom, validTo }: New<ServedRegion>): VersionedRow {
  return { ...dated(region, validFrom, validTo), columns: { place } }
}

function dated(id: string, validFrom: string, validTo?: string | null) {
  return { id, validFrom, validTo: validTo ?? null }
}
