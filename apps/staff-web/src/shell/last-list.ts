import { useEffect } from 'react'
import { navigationFor } from './navigation.ts'

export type CaseList = '/all' | '/approvals' | '/cases'

const LISTS: readonly CaseList[] = ['/all', '/approvals', '/cases']
const KEPT = 'last-list'

/** A list of cases says that it was here: a case opened from it leads back to it. */
export function useAsLastList(list: CaseList): void {
  useEffect(() => sessionStorage.setItem(KEPT, JSON.stringify(list)), [list])
}

/** The list one came from, as far as this post has it. */
export function lastList(roles: readonly string[]): CaseList | undefined {
  const kept = sessionStorage.getItem(KEPT)
  const list = LISTS.find((one) => JSON.stringify(one) === kept)
  return navigationFor(roles).some(({ to }) => to === list) ? list : undefined
}
