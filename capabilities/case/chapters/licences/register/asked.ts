import type { LicenceState } from '#capabilities/licence-seal/contract.ts'

/** Which licences of the register a list or a file is about. */
export interface LicencesAsked {
  state?: LicenceState
  item?: string
  words?: string
  within?: number
  waiting?: '1'
  limit?: number
  cursor?: string
}
