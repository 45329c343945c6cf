import { refusal, type Refusal } from '#engine/refusal.ts'
import { numberOfId, SEAL_NUMBERS, type Seal, type SealKind, type SealNumbers } from './seal.ts'

/** A decision about to be sealed, and what the area's plan says of seals. */
export interface SealQuestion {
  policy: 'centre-seal' | 'numbered-seals' | 'bureau-seal' | 'own-seal'
  numbers?: SealNumbers
  item: string
  /** The department the item was taken over from (划转). */
  transferredFrom?: string
  /** Law keeps the centre's seal off the results of this item, and says so here. */
  noCentreSeal?: string
  body: string
  /** The entrusting organ, where the body decides in its name (行政许可法第二十四条第三款). */
  inNameOf?: string
  /** Whether the body is the government of a town or street, with a centre of its own. */
  isTown: boolean
  /** How the body came by the power. */
  power: 'own' | 'delegated' | 'entrusted'
}

/**
 * The one kind of seal that a decision may carry. A plan with numbered seals has them for powers of the district that a town
 * was given, and for nothing else (LS-2.1-04); what is decided in another organ's name carries that organ's seal.
 */
export function lawfulKind(question: SealQuestion): SealKind {
  const { policy, power, isTown, inNameOf, noCentreSeal, transferredFrom } = question
  if (policy === 'numbered-seals' && isTown && power !== 'own') return 'numbered'
  if (policy === 'bureau-seal' && transferredFrom !== undefined && !isTown) return 'bureau'
  if (policy === 'centre-seal' && isTown && inNameOf === undefined && noCentreSeal === undefined)
    return 'centre'
  return 'own'
}

/** The seals in use that the decision may carry; mostly one. */
export function lawfulSeals<S extends Seal>(question: SealQuestion, seals: readonly S[]): S[] {
  return seals.filter((seal) => whySealRefused(question, seal.id, seals) === undefined)
}

const COUNCIL = '国发〔1999〕25号'

/** Why this seal may not stand under the decision; nothing when it may. */
export function whySealRefused(
  question: SealQuestion,
  id: string,
  seals: readonly Seal[],
): Refusal | undefined {
  const seal = seals.find((candidate) => candidate.id === id)
  const number = seal?.number ?? numberOfId(id)
  const { from, to } = question.numbers ?? SEAL_NUMBERS
  if (number !== undefined && (number < from || number > to))
    return refusal('seal-number-out-of-range', { facts: { number, from, to } })
  if (seal === undefined || seal.state !== 'in-use')
    return refusal('seal-not-in-use', { facts: { seal: id } })
  const facts = { seal: seal.name }
  if (seal.purpose !== 'decision') return refusal('seal-of-other-purpose', { facts })
  const lawful = lawfulKind(question)
  if (seal.kind === 'numbered') return numberedRefused(question, seal, lawful)
  switch (lawful) {
    case 'numbered':
      return refusal('seal-not-numbered', { facts })
    case 'bureau':
      return bureauRefused(question, seal)
    case 'centre':
      if (seal.kind === 'centre' && seal.holder === question.body) return undefined
      return refusal('seal-not-the-centres', { facts })
    case 'own':
      return ownRefused(question, seal)
  }
}

function numberedRefused(question: SealQuestion, seal: Seal, lawful: SealKind): Refusal | undefined {
  const facts = { seal: seal.name }
  if (lawful !== 'numbered') return refusal('seal-only-delegated', { facts })
  if (seal.holder !== question.body) return refusal('seal-of-other-town', { facts })
  return seal.items?.includes(question.item) ? undefined : refusal('seal-of-other-item', { facts })
}

function bureauRefused({ body, transferredFrom }: SealQuestion, seal: Seal): Refusal | undefined {
  const facts = { seal: seal.name }
  if (seal.body === transferredFrom) return refusal('seal-of-former-department', { facts })
  return seal.kind === 'bureau' && seal.holder === body
    ? undefined
    : refusal('seal-not-the-bureaus', { facts })
}

function ownRefused({ body, inNameOf, noCentreSeal }: SealQuestion, seal: Seal): Refusal | undefined {
  const facts = { seal: seal.name }
  if (seal.kind === 'centre' && seal.holder === body && noCentreSeal !== undefined)
    return refusal('seal-law-exception', { facts, basis: noCentreSeal })
  const owner = inNameOf ?? body
  return seal.kind === 'own' && seal.body === owner
    ? undefined
    : refusal('seal-of-other-body', { facts, basis: inNameOf ? '行政许可法第二十四条第三款' : COUNCIL })
}
