import { useQuery } from '@tanstack/react-query'
import { dataElements } from '../../server/clients.ts'

/** What is looked at: an element by its id, or a paper by its name. */
export type Looked = { element: string } | { paper: string }

export function useElements(q: string | undefined, enabled: boolean) {
  return useQuery({
    queryKey: ['data-elements', q],
    queryFn: () => dataElements.dataElements({ query: q === undefined ? {} : { q } }),
    enabled,
  })
}

export function usePapers(q: string | undefined, enabled: boolean) {
  return useQuery({
    queryKey: ['standard-papers', q],
    queryFn: () => dataElements.standardPapers({ query: q === undefined ? {} : { q } }),
    enabled,
  })
}

export function useTouches(looked: Looked) {
  return useQuery({
    queryKey: ['touches', looked],
    queryFn: () =>
      'element' in looked
        ? dataElements.touchedByElement({ params: { id: looked.element } })
        : dataElements.touchedByPaper({ query: { name: looked.paper } }),
  })
}
