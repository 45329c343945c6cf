import { ABOUT_KINDS, type AboutKind } from '#capabilities/licence-seal/contract/licence.ts'

/**
 * A draft that lies on this counter may be gone on with (取回的草稿); an application about a licence names the licence (变更、延续、注销).
 */
export interface IntakeSearch {
  draft?: string
  licence?: string
  kind?: AboutKind
}

export function intakeSearch({ draft, licence, kind }: Record<string, unknown>): IntakeSearch {
  const asked = ABOUT_KINDS.find((each) => each === kind)
  return {
    ...(typeof draft === 'string' && draft !== '' ? { draft } : {}),
    ...(typeof licence === 'string' && licence !== '' && asked ? { licence, kind: asked } : {}),
  }
}
