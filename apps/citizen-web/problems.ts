import type { PageRefusal } from '#capabilities/portal/contract.ts'
import type { Problem } from '#ui/components/index.ts'

/**
 * A refusal as lines of the error summary: its single problems where it names some, else its own sentence.
 * `target` says which control a field's problem belongs to.
 */
export function problemsOf(
  refusal: PageRefusal | undefined,
  target: (field: string) => string,
  fallback?: string,
): Problem[] {
  if (refusal === undefined) return []
  if (refusal.problems === undefined || refusal.problems.length === 0) {
    return [{ message: refusal.sentence, ...(fallback === undefined ? {} : { target: fallback }) }]
  }
  return refusal.problems.map((problem) => ({ target: target(problem.field), message: problem.message }))
}

/** The message that stands beside one field. */
export function errorAt(problems: readonly Problem[], target: string): { error?: string } {
  const found = problems.find((problem) => problem.target === target)
  return found === undefined ? {} : { error: found.message }
}
