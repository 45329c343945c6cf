import { ROW_STANDINGS, type RowStanding } from '#capabilities/catalogue/contract/item-import-routes.ts'

/** Which rows of a file; it lives in the address, so that “back” finds the same ones. */
export interface RunSearch {
  standing?: RowStanding
  q?: string
}

export function runSearch({ standing, q }: Record<string, unknown>): RunSearch {
  const found = ROW_STANDINGS.find((each) => each === standing)
  return {
    ...(found === undefined ? {} : { standing: found }),
    ...(typeof q === 'string' && q !== '' ? { q: q.slice(0, 100) } : {}),
  }
}

export function reportUrl(run: string, { standing }: RunSearch): string {
  return `/api/v1/item-imports/${run}/export${standing === undefined ? '' : `?standing=${standing}`}`
}
