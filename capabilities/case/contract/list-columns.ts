/** Columns of the work list somebody can choose from; the matter itself is always among them, for it leads to the case. */
export const LIST_COLUMNS = [
  'due',
  'matter',
  'applicant',
  'standing',
  'received',
  'waits',
  'holder',
  'body',
] as const
export type ListColumn = (typeof LIST_COLUMNS)[number]

/** What the list shows until somebody chooses. */
export const USUAL_COLUMNS: readonly ListColumn[] = ['due', 'matter', 'applicant', 'standing', 'received']

/** A choice as it was kept or asked for: what is no column is left out, and the matter is there in any case. */
export function chosenColumns(names: readonly string[] | undefined): readonly ListColumn[] {
  const known = (names ?? []).filter(
    (name, at, all): name is ListColumn => isColumn(name) && all.indexOf(name) === at,
  )
  if (known.length === 0) return USUAL_COLUMNS
  return known.includes('matter') ? known : ['matter', ...known]
}

const isColumn = (name: string): name is ListColumn => (LIST_COLUMNS as readonly string[]).includes(name)
