import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { shownName } from '#capabilities/case/contract/shown-name.ts'
import { cases } from '../../server/clients.ts'

const PAUSE_MS = 250
const FOUND_MAX = 8

/** Cases by the beginning of their number, or by the applicant's name, within what the reader may see. */
export function useFoundCases(typed: string, sees: boolean) {
  const query = caseQuery(useSettled(typed))
  return useQuery({
    queryKey: ['cases', 'found', query],
    queryFn: () => cases.list({ query: { ...query, limit: FOUND_MAX } }),
    enabled: sees && query !== undefined,
  })
}

/** A name is sent as lists show it, so that no full name stands in an address or a log. */
export function caseQuery(
  typed: string,
): { queue: 'all'; no: string } | { queue: 'open'; applicant: string } | undefined {
  const sign = typed.replace(/\s/g, '')
  if (/^\d{4,}[0-9A-Za-z]{0,30}$/.test(sign)) return { queue: 'all', no: sign.toUpperCase() }
  if (/^[\p{Script=Han}·（）]{2,40}$/u.test(sign)) return { queue: 'open', applicant: shownName(sign) }
  return undefined
}

/** What was typed, once somebody has stopped typing. */
export function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}
