import type { StaffActor } from '#engine/actor.ts'
import type { Instant } from '#engine/day.ts'
import { allowed } from '#engine/procedure/decide.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import type { AllowedAct } from '#capabilities/case/contract.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import { withOffset } from '#platform/clock.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import type { SubjectKeys } from '#platform/crypto/subject-keys.ts'
import type { CertificateDetail, CertificateStoryLine } from '../../contract/certificate.ts'
import { certificateWords as words } from '../../words.ts'
import { CERTIFICATE_ACTIONS } from '../model/acts.ts'
import type { Certificate } from '../model/dossier.ts'
import { certificateProcedure } from '../model/procedure.ts'
import type { CertificateRecord } from '../store.ts'
import { tellCertificate } from '../words/story.ts'
import { ACT_TITLES } from '../words/titles.ts'
import type { CertificateMeans } from './means.ts'
import { rowsOf, seenCertificate } from './views.ts'
import { worldOf } from './world.ts'

interface Looking {
  actor: StaffActor
  now: Instant
  reliesOn: readonly ReliedOn[]
}

/** One certificate as the place that answers it reads it, or whoever watches over that place. */
export async function certificateDetail(
  means: CertificateMeans,
  id: string,
  { actor, now, reliesOn }: Looking,
): Promise<CertificateDetail | Refusal> {
  const row = await seenCertificate(means, actor, id)
  if (isRefusal(row)) return row
  const { area, dossier } = row
  const [world, opened, [summary], story] = await Promise.all([
    worldOf(means, { ...dossier, area, now, reliesOn }),
    openedOf(means, dossier),
    rowsOf(means, area, [row], now),
    storyOf(means, row),
  ])
  const may = allowed(certificateProcedure, dossier, actor, now, world)
  const answers = certificateProcedure.rolesOf(actor, dossier).includes('issuer')
  const code = dossier.codes.at(-1)
  return {
    ...{ summary: summary!, states: dossier.states, story, printable: printable(dossier) },
    allowed: may.flatMap(allowedAct),
    ...(answers && opened !== undefined ? { person: masked(opened) } : {}),
    ...(answers && opened?.wish !== undefined ? { wish: opened.wish } : {}),
    ...(answers && opened?.content !== undefined ? { content: opened.content } : {}),
    ...(code === undefined ? {} : { code, verifyUrl: `${means.publicUrl}/verify/${code}` }),
  }
}

export const printable = ({ state, voided }: Certificate): boolean =>
  state === 'issued' && voided === undefined

export interface Opened {
  name: string
  idNumber: string
  phone: string
  wish?: string
  content?: string
}

/** What is sealed of a person, or nothing once it was erased. */
export async function openedOf(
  { sealing }: { sealing: SubjectKeys },
  { party, details, wish, content }: Certificate,
): Promise<Opened | undefined> {
  const open = async (sealed: string | undefined) =>
    sealed === undefined ? undefined : sealing.open(NO_AREA, subjectOf(party), sealed as Sealed)
  const [person, wished, certified] = await Promise.all([open(details), open(wish), open(content)])
  if (person == null) return undefined
  return {
    ...(JSON.parse(person) as Opened),
    ...(wished == null ? {} : { wish: wished }),
    ...(certified == null ? {} : { content: certified }),
  }
}

/** The number is on the paper; who checks needs name and phone. */
const masked = ({ name, idNumber, phone = '' }: Opened) => ({
  ...{ name, phone, idNumber: `${idNumber.slice(0, 6)}********${idNumber.slice(-4)}` },
})

const SEALED = ['found', 'reason', 'lost']

/** What was found may name neighbours: the applicant reads what came of it, not who said what. */
export async function storyOf(
  { ledger, sealing, posts }: Pick<CertificateMeans, 'ledger' | 'sealing' | 'posts'>,
  { area, stream, dossier }: CertificateRecord,
  forApplicant = false,
): Promise<CertificateStoryLine[]> {
  const facts = (await ledger.facts(area, stream)).map(readFact)
  const sealed = facts.flatMap(({ body }) =>
    SEALED.filter((name) => !forApplicant || name !== 'found')
      .map((name) => body[name])
      .filter((text) => typeof text === 'string'),
  )
  const texts = new Map(
    await Promise.all(
      sealed.map(
        async (each) =>
          [each, await sealing.open(NO_AREA, subjectOf(dossier.party), each as Sealed)] as const,
      ),
    ),
  )
  const hands = facts.flatMap(({ actor }) => (actor.kind === 'staff' && !forApplicant ? [actor.post] : []))
  const names = await posts.namesOf(area, [...new Set(hands)])
  return facts.map((fact) => ({
    ...{ seq: fact.seq, at: withOffset(fact.at) },
    who:
      fact.actor.kind === 'staff'
        ? (names.get(fact.actor.post) ?? words.officer)
        : fact.actor.kind === 'citizen'
          ? words.applicant
          : words.system,
    ...tellCertificate(fact, (each) => shownOf(texts, each, forApplicant)),
  }))
}

const shownOf = (
  texts: ReadonlyMap<string, string | null>,
  sealed: unknown,
  forApplicant: boolean,
): string => {
  const text = texts.get(String(sealed))
  return text ?? (forApplicant && text === undefined ? '' : words.erased)
}

interface Shape {
  properties?: Readonly<Record<string, { names?: Readonly<Record<string, string>> }>>
}

function allowedAct(name: string): AllowedAct[] {
  const titles = ACT_TITLES[name]
  const input = CERTIFICATE_ACTIONS.find((each) => each.name === name)?.input
  if (titles === undefined || input === undefined) return []
  const choices = Object.entries((input as Shape).properties ?? {}).flatMap(([field, { names }]) =>
    names === undefined
      ? []
      : [[field, Object.entries(names).map(([value, label]) => ({ value, label }))] as const],
  )
  return [
    {
      act: name,
      ...titles,
      input,
      ...(choices.length === 0 ? {} : { choices: Object.fromEntries(choices) }),
    },
  ]
}
