import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { legalDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Body, Place } from '#capabilities/organisation/contract.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import { maskCitizenId } from '#platform/crypto/mask.ts'
import type { PaperData } from '../documents/papers.ts'
import type { CaseDossier, Paper } from '../model/dossier.ts'

/**
 * Everything a paper is worded from; opened seals included, so it lives only as long as the rendering. Whoever words one paper
 * names the body of the fact that brings it about.
 */
export interface PaperSource<Said = Fact['body']> {
  kind: Paper['kind']
  fact: Fact<Said>
  /** The fact whose reasons a decision states; for other papers the same as `fact`. */
  reasons: Fact
  dossier: CaseDossier
  item: ItemVersion
  applicant: PartyDetails
  body: Body
  place: Place
  hours: string
  /** The station that took it in for the place (代受理). */
  station?: string
  calendar: WorkingCalendar
  verifyUrl: string
  publicUrl: string
  queryCode: string
  demo: boolean
  /** Who decided, by name and post; stands on every paper that says no (SUP-08). */
  decidedBy?: string
  /** Who presides over the hearing the paper calls to, by name and post. */
  presidedBy?: string
  open<T>(sealed: string): T
}

type Common = Omit<Extract<PaperData, { kind: 'delivery' }>, 'kind' | 'served' | 'mode'>

/** What every paper carries: whose it is, about what, and where to ask and to verify. */
export function common({
  fact,
  reasons,
  dossier,
  item,
  applicant,
  body,
  place,
  verifyUrl,
  demo,
  decidedBy,
}: PaperSource): Common {
  const number = reasons.body['number'] as string | undefined
  return {
    date: legalDay(fact.at),
    body: { name: body.name },
    ...(number === undefined ? {} : { number }),
    caseNo: dossier.no,
    item: { name: item.name, type: item.itemType },
    party: {
      name: applicant.name,
      kind: applicant.idKind === 'citizen-id' ? 'person' : 'organisation',
      idKind: applicant.idKind === 'citizen-id' ? '公民身份号码' : '统一社会信用代码',
      idMasked: applicant.idKind === 'citizen-id' ? maskCitizenId(applicant.idNumber) : applicant.idNumber,
    },
    contact: { phone: item.enquiryPhone, address: place.address, complaintPhone: item.complaintPhone },
    verifyUrl,
    demo,
    ...(decidedBy === undefined ? {} : { decidedBy }),
  }
}
