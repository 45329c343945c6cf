import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ImportRowDetail, RunState } from '#capabilities/catalogue/contract/item-import-routes.ts'
import { itemImports, outsideItems } from '../../server/clients.ts'
import { useRequestId } from '../../server/use-request-id.ts'
import { useSend } from '../../server/use-send.ts'
import type { RunSearch } from './search.ts'

/** While the server works on a file, its progress is asked for again this often. */
const AGAIN_MS = 1000
export const works = (state: RunState | undefined): boolean => state === 'reading' || state === 'taking-in'
const paged = (cursor: string, limit: number) => ({ limit, ...(cursor === '' ? {} : { cursor }) })

export function useRuns() {
  return useInfiniteQuery({
    queryKey: ['item-imports'],
    queryFn: ({ pageParam }) => itemImports.itemImports({ query: paged(pageParam, 20) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((run) => works(run.state))) ? AGAIN_MS : false,
  })
}

export function useRun(id: string) {
  return useQuery({
    queryKey: ['item-import', id],
    queryFn: () => itemImports.itemImport({ params: { run: id } }),
    refetchInterval: ({ state }) => (works(state.data?.state) ? AGAIN_MS : false),
  })
}

export function useRows(id: string, state: RunState | undefined, { standing, q }: RunSearch) {
  return useInfiniteQuery({
    // What becomes of rows is read when the server is through with them.
    queryKey: ['item-import-rows', id, state, standing, q],
    queryFn: ({ pageParam }) =>
      itemImports.itemImportRows({
        params: { run: id },
        query: { ...paged(pageParam, 50), ...(standing ? { standing } : {}), ...(q ? { q } : {}) },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    enabled: state !== undefined && state !== 'reading' && state !== 'failed',
  })
}

export function useRow(run: string, n: number) {
  return useQuery({
    queryKey: ['item-import-row', run, n],
    queryFn: () => itemImports.itemImportRow({ params: { run, n } }),
  })
}

/** Everything that hangs on a run is read anew once it was written on. */
function useRefresh(run: string) {
  const queries = useQueryClient()
  return (row?: ImportRowDetail) => {
    if (row) queries.setQueryData(['item-import-row', run, row.n], row)
    for (const key of ['item-import', 'item-import-rows'])
      void queries.invalidateQueries({ queryKey: [key, run] })
    void queries.invalidateQueries({ queryKey: ['item-imports'] })
  }
}

export function useMend(run: string, n: number) {
  const refresh = useRefresh(run)
  return useSend({
    mutationFn: (fields: Record<string, string>) =>
      itemImports.mendImportRow({ params: { run, n }, body: { fields } }),
    onSuccess: (row) => refresh(row),
  })
}

export function useSetAside(run: string, n: number) {
  const refresh = useRefresh(run)
  return useSend({
    mutationFn: (reason: string | undefined) =>
      itemImports.setImportRowAside({ params: { run, n }, body: reason === undefined ? {} : { reason } }),
    onSuccess: (row) => refresh(row),
  })
}

export function useSetAllAside(run: string, done: () => void) {
  const refresh = useRefresh(run)
  return useSend({
    mutationFn: (reason: string) => itemImports.setImportRowsAside({ params: { run }, body: { reason } }),
    onSuccess: () => {
      refresh()
      done()
    },
  })
}

export function useMoveRun(run: string, to: 'confirm' | 'drop', done: () => void) {
  const refresh = useRefresh(run)
  const request = useRequestId()
  return useSend({
    mutationFn: () => {
      const input = { params: { run }, body: {}, requestId: request.read() }
      return to === 'confirm' ? itemImports.confirmImport(input) : itemImports.dropImport(input)
    },
    onSuccess: () => {
      refresh()
      done()
    },
    onError: request.failed,
  })
}

export function useDirectory(q: string) {
  return useInfiniteQuery({
    queryKey: ['directory-lines', q],
    queryFn: ({ pageParam }) =>
      itemImports.directoryLines({ query: { ...paged(pageParam, 50), ...(q === '' ? {} : { q }) } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  })
}

export type OutsideView = 'no' | 'yes' | 'own'

export function useOutside(mapped: 'no' | 'yes', q: string, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ['outside-items', mapped, q],
    queryFn: ({ pageParam }) =>
      outsideItems.outsideItems({ query: { ...paged(pageParam, 50), mapped, ...(q === '' ? {} : { q }) } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    enabled,
  })
}

export function useOwnUnmapped(q: string, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ['outside-items', 'own', q],
    queryFn: ({ pageParam }) =>
      outsideItems.ownUnmapped({ query: { ...paged(pageParam, 50), ...(q === '' ? {} : { q }) } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    enabled,
  })
}

export function useOutsideSystems() {
  return useQuery({ queryKey: ['outside-systems'], queryFn: () => outsideItems.outsideSystems({}) })
}
