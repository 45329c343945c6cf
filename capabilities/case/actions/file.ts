import { Type as T, type Static } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { About, aboutLicence } from '../chapters/licences/about.ts'
import { Entrusted } from '../chapters/entrustment/dossier.ts'
import { Handler } from '../chapters/handling/dossier.ts'
import { Filing, ProcedureName, type HandedIn } from '../contract.ts'
import type { CaseDossier, HeldFile, HeldMaterial } from '../model/dossier.ts'
import { noticeClock, receiptClocks } from '../model/limits.ts'
import { joined, notHandedIn, unknownMaterials } from '../model/materials.ts'
import { caseAction, type CaseAct } from './case-action.ts'

/** What the service adds to the posted filing after looking things up; none of it can be sent by a browser. */
export const FiledCase = T.Object({
  filing: Filing,
  no: T.String(),
  party: T.String(),
  decidingBody: T.String(),
  /** In whose name it decides, where it was entrusted. */
  inNameOf: T.Optional(T.String()),
  remote: T.Optional(T.Boolean()),
  /** How far its steps have sunk to the station it was brought to. */
  sunk: T.Optional(T.Enum(['accept', 'handle'])),
  /** The agreement under which the centre takes it in. */
  entrusted: T.Optional(Entrusted),
  /** The unit that took over dealing with the item. */
  handler: T.Optional(Handler),
  /** The station that took it in for the accepting place. */
  station: T.Optional(T.String()),
  procedure: T.Optional(ProcedureName),
  /** The applicant's own party where a promise is made. */
  promisor: T.Optional(T.String()),
  /** The applicant's own party, where another account files for a matter the law may bar them from. */
  applicantParty: T.Optional(T.String()),
  window: T.Optional(T.Object({ id: T.String(), kind: T.String() })),
  region: T.String(),
  /** The licence it is about, as the register has it. */
  about: T.Optional(About),
  /** The situation that the answers make, in the version in force. */
  situation: T.Optional(T.String()),
  applicant: T.Object({ name: T.String(), idKind: T.String(), idNumber: T.String(), phone: T.String() }),
  /** Files by id, as stored. */
  files: T.Record(T.String(), T.Object({ id: T.String(), size: T.Integer(), mediaType: T.String() })),
})
export type FiledCase = Static<typeof FiledCase>

/**
 * Filing online. Papers may be missing: the law wants them named once and all together, not the door shut
 * (行政许可法第三十二条), so an incomplete filing is received and the five-day clock starts.
 */
export const fileOnline = caseAction({
  name: 'file-online',
  from: [],
  to: ['received'],
  by: ['applicant'],
  input: FiledCase,
  refuse: ({ input, world }) => notFileable(input.filing, world),
  facts: (act) => [received(act, 'online'), ...promised(act, 'online'), ...aboutLicence(act.input.about)],
})

/** Filing at any window; the clerk writes down the papers that lie on the counter. */
export const fileAtWindow = caseAction({
  name: 'file-at-window',
  from: [],
  to: ['received'],
  by: ['window-clerk'],
  input: FiledCase,
  refuse: ({ input, world }) => notFileable(input.filing, world),
  facts: (act) => [received(act, 'window'), ...promised(act, 'on-paper'), ...aboutLicence(act.input.about)],
})

export function notFileable(filing: Filing, world: CaseAct<unknown>['world']): Refusal | undefined {
  if (filing.itemVersion !== world.item.version) {
    return refusal('item-changed', { facts: { seen: filing.itemVersion, inForce: world.item.version } })
  }
  // A paper that a promise would stand in for may be handed in all the same; it counts if the promise is withdrawn.
  const unknown = unknownMaterials(
    world.published,
    filing.materials.map((line) => line.material),
  )
  if (unknown.length > 0) return refusal('material-unknown', { facts: { materials: unknown } })
  if (!world.item.delivery.includes(filing.delivery)) {
    return refusal('delivery-mode-other', { facts: { modes: world.item.delivery } })
  }
  if (filing.delivery === 'post' && filing.postal === undefined) return refusal('postal-address-missing')
  return undefined
}

/** The promise is a fact of its own: its paper (告知承诺书) says what was promised, when and how it was confirmed. */
function promised({ input, world }: CaseAct<FiledCase>, how: 'online' | 'on-paper') {
  const { procedure, promisor } = input
  if (procedure !== 'commitment') return []
  return [{ kind: 'promised', body: { how, paper: world.newId(), ...(promisor ? { by: promisor } : {}) } }]
}

export function received(act: CaseAct<FiledCase>, channel: 'online' | 'window') {
  const { input, now, world, actor } = act
  const day = legalDay(now)
  const { filing, station } = input
  const post = actor.kind === 'staff' ? actor.post : ''
  const body: Omit<CaseDossier, 'state' | 'version' | 'clocks' | 'papers' | 'last'> & { missing: string[] } =
    {
      procedure: input.procedure ?? 'approval',
      no: input.no,
      area: world.area,
      item: { id: world.item.id, version: world.item.version, stream: world.itemStream },
      pack: world.parameters.pack,
      ...(input.about ? { about: input.about } : {}),
      ...(input.situation === undefined ? {} : { situation: input.situation }),
      party: input.party,
      ...(input.applicantParty ? { applicantParty: input.applicantParty } : {}),
      applicant: world.seal(input.applicant),
      form: world.seal(filing.form),
      channel,
      acceptPlace: filing.acceptPlace,
      ...(input.window ? { window: input.window } : {}),
      region: input.region,
      decidingBody: input.decidingBody,
      ...(input.inNameOf === undefined ? {} : { inNameOf: input.inNameOf }),
      ...(input.remote ? { remote: true } : {}),
      ...(input.sunk ? { sunk: input.sunk } : {}),
      ...(input.entrusted ? { entrusted: input.entrusted } : {}),
      ...(input.handler ? { handler: input.handler } : {}),
      ...(station === undefined ? {} : { sentFrom: { place: station, post } }),
      delivery: filing.delivery,
      ...(filing.postal ? { postal: world.seal(filing.postal) } : {}),
      ...(filing.again ? { again: world.seal(filing.again.reason) } : {}),
      firstReceivedOn: day,
      receivedOn: day,
      materials: handedIn(filing.materials, input.files),
      missing: [],
    }
  const moment = { day, at: now, world }
  body.missing = notHandedIn(world.item, body.materials, filing.form)
  return {
    kind: 'received',
    body,
    clock: [noticeClock('收到申请材料', moment), ...receiptClocks('收到申请', moment)],
  }
}

/** Lines by material; somebody who lists one material twice hands in both. */
export function handedIn(
  lines: readonly HandedIn[],
  files: Readonly<Record<string, HeldFile>>,
): Record<string, HeldMaterial> {
  const materials: Record<string, HeldMaterial> = {}
  for (const { material, files: ids, paperOriginals, paperCopies } of lines) {
    const held = {
      files: ids.flatMap((id) => files[id] ?? []),
      paperOriginals,
      paperCopies,
      verdict: 'unchecked' as const,
    }
    materials[material] = joined(materials[material], held)
  }
  return materials
}
