import type { ActField as AskedField } from '#capabilities/case/contract.ts'

/** One question of an act; an act nobody has worded may want raw JSON. */
export interface ActField extends Omit<AskedField, 'sent'> {
  sent?: AskedField['sent'] | 'json'
  photo?: boolean
}
