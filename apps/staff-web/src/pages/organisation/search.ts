import { isDay } from '#ui/format/day.ts'

/** The day one looks at; it lives in the address, so that a sent link shows the same day. */
export interface OrganisationSearch {
  day?: string
}

export function organisationSearch({ day }: Record<string, unknown>): OrganisationSearch {
  return typeof day === 'string' && isDay(day) ? { day } : {}
}

export function groundFileUrl(list: string, { day }: OrganisationSearch): string {
  return `/api/v1/ground/export?${new URLSearchParams({ list, ...(day === undefined ? {} : { day }) })}`
}
