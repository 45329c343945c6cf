/** A draft that lies on this counter may be gone on with (取回的草稿). */
export interface IntakeSearch {
  draft?: string
}

export function intakeSearch({ draft }: Record<string, unknown>): IntakeSearch {
  return typeof draft === 'string' && draft !== '' ? { draft } : {}
}
