import type { CertificateRow } from '#capabilities/agency/contract/certificate.ts'

export const STANDINGS = ['open', 'issued', 'void', 'declined', 'withdrawn'] as const
type Standing = (typeof STANDINGS)[number]

/** What is looked for; it lives in the address, so that “back” finds the same list. */
export interface CertificatesSearch {
  q?: string
  standing?: Standing
  from?: string
  to?: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

export function certificatesSearch({ q, standing, from, to }: Record<string, unknown>): CertificatesSearch {
  const known = STANDINGS.find((each) => each === standing)
  return {
    ...(typeof q === 'string' && q !== '' ? { q: q.slice(0, 60) } : {}),
    ...(known === undefined ? {} : { standing: known }),
    ...(typeof from === 'string' && DAY.test(from) ? { from } : {}),
    ...(typeof to === 'string' && DAY.test(to) ? { to } : {}),
  }
}

export const queryOf = ({ q, ...rest }: CertificatesSearch) => ({
  ...rest,
  ...(q === undefined ? {} : { words: q }),
})

/** The same list as a file for a spreadsheet. */
export function fileUrl(search: CertificatesSearch): string {
  const query = new URLSearchParams(queryOf(search)).toString()
  return `/api/v1/certificates/export${query === '' ? '' : `?${query}`}`
}

/** A kind is chosen before the rest is asked. */
export interface AskSearch {
  type?: string
}

export const askSearch = ({ type }: Record<string, unknown>): AskSearch =>
  typeof type === 'string' && type !== '' ? { type: type.slice(0, 80) } : {}

export const TONES: Readonly<Record<CertificateRow['standing'], string>> = {
  ...{ asked: 'tag-warn', checked: 'tag-blue', issued: 'tag-good' },
  ...{ declined: 'tag-plain', withdrawn: 'tag-plain', void: 'tag-bad' },
}
