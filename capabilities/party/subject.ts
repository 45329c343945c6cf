/** People belong to no area. */
export const NO_AREA = '000000'

/** The subject under which everything of a party is sealed. */
export function subjectOf(party: string): string {
  return `party:${party}`
}
