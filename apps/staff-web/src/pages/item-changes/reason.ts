import type { FieldProblem } from '../../form/error-summary.tsx'

const LEAST = 4

/** Why something is begun is written out, so that whoever approves it need not guess. */
export const reasonProblems = (target: string, reason: string, message: string): FieldProblem[] =>
  reason.trim().length < LEAST ? [{ target, message }] : []
