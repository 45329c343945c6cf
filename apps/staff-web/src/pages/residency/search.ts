export const VIEWS = [
  'items',
  'units',
  'town-list',
  'centre-list',
  'station-list',
  'certificate-list',
] as const
export type View = (typeof VIEWS)[number]

/** Which report or list; in the address, so that a sent link shows the same. */
export interface ResidencySearch {
  view?: View
  /** A version of the list that is shown. */
  no?: number
}

export function residencySearch({ view, no }: Record<string, unknown>): ResidencySearch {
  const found = VIEWS.find((each) => each === view)
  const version = Number(no)
  return {
    ...(found === undefined ? {} : { view: found }),
    ...(Number.isInteger(version) && version > 0 && version < 10_000 ? { no: version } : {}),
  }
}
