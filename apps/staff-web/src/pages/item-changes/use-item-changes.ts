import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { catalogueLayers, itemChanges } from '../../server/clients.ts'
import type { Queue } from './search.ts'

const LIMIT = 30

/** The list page by page; read again whenever somebody comes back to the window. */
export function useItemChanges(queue: Queue) {
  return useInfiniteQuery({
    queryKey: ['item-changes', queue],
    queryFn: ({ pageParam }) =>
      itemChanges.changes({
        query: { queue, limit: LIMIT, ...(pageParam === '' ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    refetchOnWindowFocus: 'always',
  })
}

export function useItemChange(id: string) {
  return useQuery({
    queryKey: ['item-change', id],
    queryFn: () => itemChanges.change({ params: { id } }),
    refetchOnWindowFocus: 'always',
  })
}

export function useImpact(id: string, version: number) {
  return useQuery({
    queryKey: ['item-change-impact', id, version],
    queryFn: () => itemChanges.impact({ params: { id } }),
  })
}

/** Who set each value of an item, and what this area may do with it. */
export function useLineage({ item, base }: { item: string; base: number }) {
  return useQuery({
    queryKey: ['item-lineage', item],
    // Nobody has set anything in an item that is not there yet.
    enabled: base > 0,
    queryFn: () => catalogueLayers.itemLineage({ params: { id: item }, query: {} }),
    staleTime: 60_000,
  })
}

/** Items in force by part of their name, with whose they are. */
export function useItemsToChange(typed: string, enabled = true) {
  const q = typed.trim()
  return useQuery({
    ...{ queryKey: ['items-to-change', q], enabled },
    queryFn: () => itemChanges.itemsToChange({ query: q === '' ? {} : { q } }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}

/** What going back to an earlier version would make otherwise, in sentences. */
export function useGoingBack(item: string, from: number, to: number | undefined) {
  return useQuery({
    queryKey: ['item-going-back', item, from, to],
    queryFn: () => itemChanges.differences({ params: { id: item }, query: { from, to: to! } }),
    enabled: to !== undefined,
  })
}

/** Papers that other items ask for, by part of their name. */
export function useMaterialsInUse(typed: string) {
  const q = typed.trim()
  return useQuery({
    queryKey: ['materials-in-use', q],
    queryFn: () => itemChanges.materialsInUse({ query: q === '' ? {} : { q } }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}

/** Data elements (数据元) the area's forms share. */
export function useFormElements() {
  return useQuery({
    queryKey: ['form-elements'],
    queryFn: () => itemChanges.formElements({}),
    staleTime: 60_000,
  })
}

/** Items of the lists above that are not here yet. */
export function useUpperItems(wanted: boolean) {
  return useQuery({
    queryKey: ['upper-items'],
    queryFn: () => itemChanges.upperItems({ query: {} }),
    enabled: wanted,
    staleTime: 60_000,
  })
}

/** What an item may name: bodies of the area, standards it is split by (拆分标准). */
export function useItemChoices() {
  return useQuery({
    queryKey: ['item-choices'],
    queryFn: () => itemChanges.itemChoices({}),
    staleTime: 60_000,
  })
}
