import type { FormSchema } from '#capabilities/catalogue/contract.ts'
import { check, type FormError, type FormValues, type RegionOption } from '#ui/form/index.ts'

/**
 * What keeps a form from being taken, whoever sends it: the rules its pages showed, and the places of the area, which an interface
 * could otherwise leave.
 */
export function formProblems(
  form: FormSchema,
  values: FormValues,
  { regions, day }: { regions: readonly RegionOption[]; day: string },
): FormError[] {
  return check(form, values, { regions, today: day })
}
