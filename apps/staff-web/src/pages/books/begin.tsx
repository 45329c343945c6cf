import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { EntryAct } from '#capabilities/books/contract/book.ts'
import { books } from '../../server/clients.ts'
import { KeptIn } from '../../session/kept/kept-place.tsx'
import { RegisterDialog } from '../powers/register-dialog.tsx'
import { fieldsOfEntryAct } from './act-fields.ts'

/** Another entry: its questions, then its page. */
export function Begin({ book, act, close }: { book: string; act: EntryAct; close: () => void }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const send = async (input: Record<string, unknown>, requestId: string) => {
    const { id } = await books.openEntry({ params: { book, act: act.act }, body: { input }, requestId })
    await client.invalidateQueries({ queryKey: ['book', book] })
    void client.invalidateQueries({ queryKey: ['books'] })
    void navigate({ to: '/books/$book/$id', params: { book, id } })
  }
  return (
    <KeptIn matter={`books/${book}/${act.act}`}>
      <RegisterDialog
        title={act.title}
        {...(act.help === undefined ? {} : { text: act.help })}
        fields={fieldsOfEntryAct(act)}
        send={send}
        close={close}
        done={close}
      />
    </KeptIn>
  )
}
