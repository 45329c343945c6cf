import { useQueryClient } from '@tanstack/react-query'
import { itemChanges } from '../../server/clients.ts'
import { failure } from '../../server/failure.ts'
import { announce } from '../../shell/notice.tsx'
import { commentWords as words } from './dialog-words.ts'

/** Says something of one field; what is being written in the draft stays as it is. */
export function useFieldComment({ id }: { id: string }): (on: string, text: string) => Promise<void> {
  const client = useQueryClient()
  return async (on, text) => {
    try {
      await itemChanges.actOnChange({
        ...{ params: { id, act: 'comment' }, requestId: crypto.randomUUID() },
        body: { input: { on, text } },
      })
    } catch (error) {
      announce(failure(error).sentence)
      throw error
    }
    announce(words.said)
    await client.invalidateQueries({ queryKey: ['item-change', id] })
  }
}
