import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { cases } from '../../server/clients.ts'
import { caseWords as words } from './words.ts'

/** After an act: the next case of my list, by due day; N opens it, so that a pile is worked through without the list. */
export function NextCase({ no }: { no: string }) {
  const next = useQuery({
    queryKey: ['cases', 'next', no],
    queryFn: () => cases.list({ query: { queue: 'mine', limit: 2 } }),
  }).data?.items.find((summary) => summary.no !== no)
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    function open(event: KeyboardEvent): void {
      if (event.key !== 'n' || event.ctrlKey || event.metaKey || event.altKey) return
      const typing = event.target instanceof HTMLElement && event.target.closest(TYPING) !== null
      if (!typing) link.current?.click()
    }
    window.addEventListener('keydown', open)
    return () => window.removeEventListener('keydown', open)
  }, [])
  if (next === undefined) return undefined
  return (
    <Link ref={link} to="/cases/$no" params={{ no: next.no }} className="next-case">
      {words.next(next.itemName, next.applicant)}
    </Link>
  )
}

const TYPING = 'input, textarea, select, [contenteditable], [role=dialog]'
