import { compileCalendar, type WorkingCalendar } from '#engine/calendar/calendar.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import { CERTIFICATE_LIST, listInForce, NEVER_BASIS, neverIssued } from '#capabilities/catalogue/index.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import { unprintable } from '#platform/documents/coverage.ts'
import type { CertificateWorld, Listed } from '../model/dossier.ts'
import { openOf } from '../store.ts'
import { certificateCode } from './code.ts'
import type { CertificateMeans } from './means.ts'

interface Asked {
  area: string
  type: string
  typeName: string
  party: string
  place: string
  now: Instant
  reliesOn: readonly ReliedOn[]
}

/** Everything an act on a certificate has to know beforehand. */
export async function worldOf(means: CertificateMeans, asked: Asked): Promise<CertificateWorld> {
  const { area, type, typeName, party, place, now, reliesOn } = asked
  const today = legalDay(now)
  const [calendar, listed, [at], sealer, askedAlready] = await Promise.all([
    calendarOf(means, area),
    listedOn(means.db, { area, type, typeName, day: today }),
    means.organisation.placesByIds(area, [place]),
    means.sealing.sealFor(NO_AREA, subjectOf(party)),
    openOf(means.db, area, party, type),
  ])
  return {
    ...{ calendar, grants: [], reliesOn, today, listed, askedAlready },
    ...(at === undefined ? {} : { at }),
    seal: (text) => sealer.seal(text),
    unprintable: (text) => unprintable(text).join(''),
    codeOf: (certificate, copy) => certificateCode(means.keys, area, certificate, copy),
  }
}

/** What the State has struck off counts before what a list says. */
export async function listedOn(
  db: Queryable,
  { area, type, typeName, day }: { area: string; type: string; typeName: string; day: string },
): Promise<Listed> {
  const list = await listInForce(db, area, CERTIFICATE_LIST, day)
  const line = list?.lines.find(({ key }) => key === type)
  const struck = [type, line?.name ?? typeName].map(neverIssued).find((each) => each !== undefined)
  if (struck !== undefined) return { struck: struck.name, instead: struck.instead, basis: NEVER_BASIS }
  if (line === undefined) return 'not-listed'
  const { name, origin = '', note = '', online } = line
  return { name, basis: origin, states: note, online: online === 'yes' }
}

const compiled = new Map<string, WorkingCalendar>()

async function calendarOf({ organisation }: CertificateMeans, area: string): Promise<WorkingCalendar> {
  const source = await organisation.calendarOf(area)
  const key = `${area}/${source.version}`
  const known = compiled.get(key) ?? compileCalendar(source)
  compiled.set(key, known)
  return known
}
