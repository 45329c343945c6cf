import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { isCode } from '../../server/failure.ts'
import { useSignedIn } from '../../session/use-session.ts'
import { startOf } from '../../shell/navigation.ts'
import { lastList, type CaseList } from '../../shell/last-list.ts'
import { announce } from '../../shell/notice.tsx'
import { askedWords } from '../asked/words.ts'
import { caseQuery } from './use-case.ts'
import { caseWords as words } from './words.ts'

/** The list one came from, else the first of the post. */
export function listOf(roles: readonly string[]): CaseList {
  const last = lastList(roles)
  if (last !== undefined) return last
  const first = startOf(roles)
  return first === '/all' || first === '/approvals' ? first : '/cases'
}

/** Says what was done; an act that ends one's sight of the case, such as the word of a head, leads back to the list. */
export function useAfterAct(no: string): (title: string) => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { post } = useSignedIn()
  return (title) => {
    const { error } = client.getQueryState(caseQuery(no).queryKey) ?? {}
    if (!isCode(error, 'case-not-found')) return announce(askedWords.done(title))
    announce(words.doneAndGone(title))
    client.removeQueries({ queryKey: caseQuery(no).queryKey })
    void navigate({ to: listOf(post.roles) })
  }
}
