import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { chosenColumns, USUAL_COLUMNS, type ListColumn } from '#capabilities/case/contract/list-columns.ts'
import type { SavedList } from '#capabilities/staff/contract/saved-list-routes.ts'
import { failure } from '../../server/failure.ts'
import { savedLists } from '../../server/clients.ts'
import { useSend } from '../../server/use-send.ts'
import { announce } from '../../shell/notice.tsx'
import { workListWords } from './words.ts'

const words = workListWords.saved

export const savedListsQuery = queryOptions({
  queryKey: ['saved-lists'],
  queryFn: () => savedLists.savedLists({}),
  staleTime: 300_000,
})

/** My 常用条件 of one list, and what can be done with them. */
export function useSavedLists(page: SavedList['page']) {
  const client = useQueryClient()
  const read = () => client.invalidateQueries({ queryKey: savedListsQuery.queryKey })
  const tell = { onError: (error: unknown) => announce(failure(error).sentence) }
  const save = useSend({
    mutationFn: (list: Omit<SavedList, 'id' | 'page'>) => savedLists.saveList({ body: { ...list, page } }),
    onSuccess: async ({ name }) => {
      announce(words.kept(name))
      await read()
    },
  })
  const begin = useSend({
    mutationFn: ({ id, first }: Pick<SavedList, 'id' | 'first'>) =>
      savedLists.changeList({ params: { id }, body: { first } }),
    onSuccess: read,
    ...tell,
  })
  const forget = useSend({
    mutationFn: async (list: SavedList) => {
      await savedLists.forgetList({ params: { id: list.id } })
      return list
    },
    onSuccess: async ({ name, search, first }) => {
      announce(words.forgotten(name), () => save.mutate({ name, search, first }, tell))
      await read()
    },
    ...tell,
  })
  const choose = useSend({
    mutationFn: async (columns: readonly ListColumn[]) => {
      const usual = columns.join() === USUAL_COLUMNS.join()
      await savedLists.chooseColumns({ body: { page, columns: usual ? [] : [...columns] } })
      return usual
    },
    onSuccess: async (usual) => {
      announce(usual ? workListWords.chooseColumns.keptUsual : workListWords.chooseColumns.kept)
      await read()
    },
  })
  const kept = useQuery(savedListsQuery)
  const names = kept.data?.columns[page]
  return {
    lists: (kept.data?.lists ?? []).filter((list) => list.page === page),
    read: kept.isSuccess,
    /** Not asked for any more: read, or not to be had; then the usual columns are shown. */
    settled: !kept.isPending,
    columns: useMemo(() => chosenColumns(names), [names]),
    ...{ save, begin, forget, choose },
  }
}

export type Saved = ReturnType<typeof useSavedLists>
