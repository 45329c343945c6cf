import type { CitizenActor } from '#engine/actor.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import { isId } from '#platform/id.ts'
import type { CertificateRow, CertificateStoryLine } from '../../contract/certificate.ts'
import { waiting } from '../model/procedure.ts'
import { certificateById, certificatesOfParty, type CertificateRecord } from '../store.ts'
import { ask, withdrawByApplicant, type Asking } from './act.ts'
import { storyOf } from './detail.ts'
import type { CertificateMeans } from './means.ts'
import { certificateKinds, rowsOf } from './views.ts'

export interface OwnCertificate {
  row: CertificateRow
  /** The place to fetch it from, or to ask. */
  place: { name: string; address: string; phone: string }
  story: CertificateStoryLine[]
  withdrawable: boolean
  code?: string
}

export interface AskFromHome {
  type: string
  place: string
  purpose: string
  wish?: string
}

/** One's own certificates (我的证明), and what may be asked for from home. */
export interface OwnCertificates {
  kinds(area: string, day: string): ReturnType<typeof certificateKinds>
  /** Stations and centres, where certificates are given. */
  places(area: string, day: string): Promise<{ id: string; name: string; region: string }[]>
  list(area: string, who: CitizenActor, now: Instant): Promise<CertificateRow[]>
  find(area: string, who: CitizenActor, id: string, now: Instant): Promise<OwnCertificate | Refusal>
  ask(area: string, who: CitizenActor, wish: AskFromHome, asking: Asking): Promise<Done | Refusal>
  withdraw(area: string, who: CitizenActor, id: string, asking: Asking): Promise<Done | Refusal>
}

export function ownCertificates(means: CertificateMeans): OwnCertificates {
  const { db, organisation, parties } = means
  const own = async (
    area: string,
    { party }: CitizenActor,
    id: string,
  ): Promise<CertificateRecord | undefined> => {
    const row = isId(id) ? await certificateById(db, area, id) : undefined
    return row?.dossier.party === party ? row : undefined
  }
  return {
    kinds: (area, day) => certificateKinds(db, area, day),
    places: async (area, day) =>
      (await organisation.places(area, day)).flatMap(({ id, name, kind, region }) =>
        kind === 'station' || kind === 'point' ? [{ id, name, region }] : [],
      ),
    list: async (area, { party }, now) =>
      rowsOf(means, area, await certificatesOfParty(db, area, party), now),
    async find(area, who, id, now) {
      const row = await own(area, who, id)
      if (row === undefined) return refusal('own-certificate-not-found')
      const [[line], [place], story] = await Promise.all([
        rowsOf(means, area, [row], now),
        organisation.placesByIds(area, [row.dossier.place]),
        storyOf(means, row, true),
      ])
      const { name = '', address = '', phone = '' } = place ?? {}
      const code = row.dossier.codes.at(-1)
      return {
        ...{ row: line!, place: { name, address, phone }, story, withdrawable: waiting(row.dossier.state) },
        ...(code === undefined ? {} : { code }),
      }
    },
    async ask(area, who, { type, place, purpose, wish }, asking) {
      const details = await parties.details(who.party)
      if (details?.idKind !== 'citizen-id') return refusal('certificate-for-persons')
      const { name, idNumber, phone } = details
      const known = await organisation.places(area, legalDay(asking.now))
      if (!known.some(({ id, kind }) => id === place && kind !== 'hall'))
        return refusal('certificate-place-unknown')
      const asked = {
        type,
        purpose,
        holder: { name, idNumber, phone },
        ...(wish === undefined ? {} : { wish }),
      }
      return ask(means, { actor: who, area, place }, asked, asking)
    },
    async withdraw(area, who, id, asking) {
      const row = await own(area, who, id)
      return row === undefined
        ? refusal('own-certificate-not-found')
        : withdrawByApplicant(means, row, { ...asking, actor: who })
    },
  }
}
