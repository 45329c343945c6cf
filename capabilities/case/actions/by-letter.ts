import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { CaseAct } from './case-action.ts'

/**
 * 审批授权委托到位 (YY-1.2.2-08): where the plan asks for it, a department's representative in the hall decides what the signed letter in force
 * covers and nothing else; the rest goes to the department. Whoever sits in the department itself needs no letter.
 */
export function beyondLetter({
  dossier,
  now,
  world: { letters },
}: Omit<CaseAct<unknown>, 'input'>): Refusal | undefined {
  if (letters === undefined) return undefined
  const { basis, of } = letters
  const day = legalDay(now)
  const signed = of.filter(({ ended }) => !ended)
  const inForce = signed.filter(({ from, to }) => from <= day && day <= to)
  if (inForce.some(({ items }) => items.includes(dossier.item.id))) return undefined
  const no = (code: string, facts: Record<string, unknown>) => refusal(code, { facts, basis, recorded: true })
  const [beside] = inForce
  if (beside) return no('letter-not-covering', { document: beside.document })
  const coming = signed.find(({ from }) => from > day)
  if (coming) return no('letter-not-yet', { document: coming.document, from: coming.from })
  const [last] = of
  return last
    ? no('letter-expired', { document: last.document, to: last.to, ended: last.ended })
    : no('letter-missing', {})
}
