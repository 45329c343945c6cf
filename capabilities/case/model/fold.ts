import type { Apply as ApplyFact, Fact } from '#engine/fact.ts'
import type { CaseDossier, HeldMaterial } from './dossier.ts'
import { markOf } from './marks.ts'

/** One kind of fact laid onto the dossier. */
export type Apply = ApplyFact<CaseDossier>

/** What a fact says beside its own matter: last days on the paper it served, and the clerk's checklist. */
export interface Serves {
  served?: CaseDossier['served']
}
export interface Checks {
  checklist?: Readonly<Record<string, Pick<HeldMaterial, 'verdict' | 'note'>>>
}

/** The dossier after a step: its new state, and who took the step last. A claim, a 会签 and what is new to the clerk end with their state. */
export function moved(
  dossier: CaseDossier,
  fact: Fact<unknown>,
  state: CaseDossier['state'] = dossier.state,
): CaseDossier {
  const { holder: _holder, signers: _signers, freshPapers: _looked, ...free } = dossier
  return { ...(state === dossier.state ? dossier : free), state, last: last(fact, fact.kind) }
}

/** The dossier at its end. */
export function ended(
  dossier: CaseDossier,
  fact: Fact<unknown>,
  how: NonNullable<CaseDossier['ended']>['how'],
): CaseDossier {
  return { ...moved(dossier, fact, how), ended: { how, at: fact.at } }
}

/** Last days that stand on the paper the fact served. */
export function servedOn({ served }: CaseDossier, { body }: Fact<Serves>): Pick<CaseDossier, 'served'> {
  const { served: days } = body
  return days === undefined ? {} : { served: { ...served, ...days } }
}

/** The clerk's checklist laid over what was handed in. */
export function checked(dossier: CaseDossier, fact: Fact<Checks>): CaseDossier['materials'] {
  const lines = fact.body.checklist ?? {}
  const materials = { ...dossier.materials }
  for (const [id, line] of Object.entries(lines)) {
    const held = materials[id] ?? { files: [], paperOriginals: 0, paperCopies: 0, verdict: 'unchecked' }
    materials[id] = { ...held, ...line }
  }
  return materials
}

export function last(fact: Fact<unknown>, act: string): CaseDossier['last'] {
  return { act, seq: fact.seq, by: markOf(fact) }
}
