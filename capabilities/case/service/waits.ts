import type { ActField } from '../contract.ts'

/** A form that insists on a choice where there is nothing to choose cannot be filled in: why its act has to wait. */
export function nothingToChoose(fields: readonly ActField[] = []): string | undefined {
  const empty = fields.find(
    ({ type, required, options, showWhen }) =>
      required && showWhen === undefined && type.startsWith('choice') && options?.length === 0,
  )
  return empty && `“${empty.label}”现在没有可以选的。`
}
