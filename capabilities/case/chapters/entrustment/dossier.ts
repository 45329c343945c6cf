import { Type as T, type Static } from 'typebox'
import type { CaseDossier } from '../../model/dossier.ts'

/** The agreement (事项委托协议) a case was received under; it keeps what was agreed then (DW-3.2.4-05). */
export const Entrusted = T.Object({
  agreement: T.String(),
  title: T.String(),
  documentNo: T.String(),
  /** Whether the centre only takes in or also hands out. */
  scope: T.Enum(['accept', 'accept-and-deliver']),
  from: T.String({ format: 'date' }),
  /** Its last day; of one that was ended early, the day before. */
  to: T.String({ format: 'date' }),
  /** Who goes on with what is under way when it is over. */
  afterwards: T.Enum(['go-on', 'hand-over']),
})
export type Entrusted = Static<typeof Entrusted>

const INTAKE = ['received', 'supplementing', 'supplemented']
const HANDING_OUT = ['issued', 'not-accepted']

/** Whose counter works on a case that came in under an agreement: the centre's, or that of the department itself. */
export function counterOf(
  { entrusted, state }: Pick<CaseDossier, 'entrusted' | 'state'>,
  day: string,
): 'centre' | 'department' | undefined {
  if (entrusted === undefined) return undefined
  const over = day > entrusted.to
  if (INTAKE.includes(state)) return over ? 'department' : 'centre'
  if (!HANDING_OUT.includes(state)) return undefined
  const back = entrusted.scope === 'accept' || (over && entrusted.afterwards === 'hand-over')
  return back ? 'department' : 'centre'
}
