import type { FileView, MaterialView } from '#capabilities/case/contract.ts'
import type { Verdict } from './checklist.ts'

/** The verdicts in the order of their keys 1 to 4. */
export const VERDICTS: readonly Verdict[] = ['ok', 'missing', 'defective', 'not-applicable']

/** A required paper cannot be called unnecessary; the server would refuse it. */
export function isOffered(verdict: Verdict, { necessity }: Pick<MaterialView, 'necessity'>): boolean {
  return verdict !== 'not-applicable' || necessity !== 'required'
}

/** What a key means on a line of the checklist. */
export type Stroke = { verdict: Verdict } | { step: 1 | -1 } | { write: true }

/** A radio keeps its own arrows; letters and figures mean the same wherever nothing is written. */
export function strokeOf(key: string, onRadio: boolean): Stroke | undefined {
  const verdict = VERDICTS[Number(key) - 1]
  if (verdict !== undefined) return { verdict }
  if (key === 'j' || (key === 'ArrowDown' && !onRadio)) return { step: 1 }
  if (key === 'k' || (key === 'ArrowUp' && !onRadio)) return { step: -1 }
  return key === 'Enter' ? { write: true } : undefined
}

/**
 * Where the keyboard goes after a verdict: with something wrong it stays, so that the line of the notice can be
 * written; otherwise to the next line, from the last one back to what was left out, and in the end to the button.
 */
export function afterVerdict(
  verdict: Verdict,
  at: string,
  materials: readonly Pick<MaterialView, 'id'>[],
  isJudged: (id: string) => boolean,
): string | 'confirm' {
  if (verdict === 'missing' || verdict === 'defective') return at
  const next = materials[materials.findIndex(({ id }) => id === at) + 1]
  if (next !== undefined) return next.id
  return materials.find(({ id }) => id !== at && !isJudged(id))?.id ?? 'confirm'
}

/** The file to show for the line that has the focus: the one chosen there, else its first. */
export function fileOf(
  material: Pick<MaterialView, 'files'> | undefined,
  chosen: FileView | undefined,
): FileView | undefined {
  return material?.files.find(({ id }) => id === chosen?.id) ?? material?.files[0]
}
