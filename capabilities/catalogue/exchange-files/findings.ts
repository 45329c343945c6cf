import type { FieldId } from './fields.ts'
import type { DOUBTS, MENDS } from '../words/exchange-files.ts'

export type MendCode = keyof typeof MENDS
export type DoubtCode = keyof typeof DOUBTS

export interface Mend {
  field: FieldId
  code: MendCode
  original: string
  became: string
}

export interface Doubt {
  /** Left out where the whole line is in doubt. */
  field?: FieldId
  code: DoubtCode
  original: string
  proposal?: string
}
