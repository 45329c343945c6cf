import type { FormValues } from '#ui/form/index.ts'
import type { OfferedAct } from './page.tsx'

type Field = NonNullable<OfferedAct['fields']>[number]

/** The question asked on a page before the others, because what is chosen there decides how another one is asked. */
export function firstQuestion({ fields = [] }: OfferedAct): Field | undefined {
  const by = fields.find(({ instead }) => instead !== undefined)?.instead?.by
  return fields.find(({ name }) => name === by)
}

/** What is left to ask after that: each question with its own control. Nothing where there is no such choice. */
export function afterChoice(act: OfferedAct, chosen: string | null | undefined): OfferedAct | undefined {
  const first = firstQuestion(act)
  if (first === undefined || chosen == null) return undefined
  const known = (act.fields ?? []).some(
    ({ instead }) => instead !== undefined && Object.hasOwn(instead.controls, chosen),
  )
  if (!known) return undefined
  const fields = (act.fields ?? [])
    .filter(({ name }) => name !== first.name)
    .map((field): Field => field.instead?.controls[chosen] ?? field)
  return { ...act, fields }
}

/** The answers of both pages as the act reads them: what was chosen, and each answer as text, an empty one too. */
export function answersOfBoth(act: OfferedAct, chosen: string, values: FormValues): Record<string, string> {
  const asked = (act.fields ?? []).filter(({ instead }) => instead !== undefined)
  return {
    [firstQuestion(act)!.name]: chosen,
    ...Object.fromEntries(asked.map(({ name }) => [name, [values[name] ?? ''].flat().join('\n')])),
  }
}
