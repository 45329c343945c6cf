import type { Fact } from '#engine/fact.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import { isSealed, type Sealed } from '#platform/crypto/sealed.ts'
import type { CaseDossier } from '../model.ts'
import type { CaseMeans } from './means.ts'

/** Opened texts by what they were sealed as; what was erased with its subject's key is not in the map. */
export type OpenedTexts = ReadonlyMap<string, unknown>

/** Opens every sealed text in the applicant, the form and some facts with one look-up of keys. */
export async function openTexts(
  { sealing }: Pick<CaseMeans, 'sealing'>,
  dossier: CaseDossier,
  facts: readonly Fact[],
): Promise<OpenedTexts> {
  const found = new Set<Sealed>()
  const collect = (value: unknown): void => {
    if (isSealed(value)) found.add(value)
    else if (typeof value === 'object' && value !== null)
      for (const part of Object.values(value)) collect(part)
  }
  collect([dossier.applicant, dossier.form, dossier.postal, facts.map((fact) => fact.body)])
  const sealed = [...found]
  const subject = subjectOf(dossier.party)
  const texts = await sealing.openAll(sealed.map((value) => ({ area: NO_AREA, subject, sealed: value })))
  return new Map(
    sealed.flatMap((value, index) =>
      texts[index] == null ? [] : [[value, JSON.parse(texts[index]) as unknown] as const],
    ),
  )
}

/** One text alone, where nothing else of the case is looked at. */
export async function openedOf(
  { sealing }: Pick<CaseMeans, 'sealing'>,
  { party }: Pick<CaseDossier, 'party'>,
  value: unknown,
): Promise<unknown> {
  if (!isSealed(value)) return undefined
  const [text] = await sealing.openAll([{ area: NO_AREA, subject: subjectOf(party), sealed: value }])
  return text == null ? undefined : JSON.parse(text)
}
