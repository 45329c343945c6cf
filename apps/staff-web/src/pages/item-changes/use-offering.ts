import { useCallback } from 'react'
import type { ItemField } from './fields.ts'
import { useItemChoices } from './use-item-changes.ts'

/** Gives a field the options that the area itself has: its bodies, the standards items are split by. */
export function useOffering(): (field: ItemField) => ItemField {
  const { data } = useItemChoices()
  return useCallback(
    (field) =>
      field.offered === undefined || data === undefined ? field : { ...field, options: data[field.offered] },
    [data],
  )
}
