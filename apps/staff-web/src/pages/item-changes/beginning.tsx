import { useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { ErrorSummary, type FieldProblem } from '../../form/error-summary.tsx'
import { describedBy, Labelled } from '../../form/labelled.tsx'
import { useSend } from '../../server/use-send.ts'
import { useKeptRequest } from '../../session/kept/use-kept-request.ts'
import { AskDialog } from '../asked/ask-dialog.tsx'

interface Words {
  title: string
  help: string
  button: string
  reason: string
  reasonHint: string
}

interface Props {
  words: Words
  reasonId: string
  reason: string
  setReason: (reason: string) => void
  times: number
  problems: readonly FieldProblem[]
  sending: Pick<UseMutationResult, 'isPending' | 'error'>
  blocked?: boolean
  send: () => void
  close: () => void
  children: ReactNode
}

/** The dialog in which a change or a new item begins: what it is about, and at its end why. */
export function Beginning({
  words,
  reasonId,
  reason,
  setReason,
  times,
  problems,
  children,
  ...asked
}: Props) {
  const wrong = problemAt(problems, reasonId)
  return (
    <AskDialog title={words.title} help={words.help} button={words.button} {...asked}>
      <ErrorSummary times={times} problems={problems} />
      {children}
      <Labelled id={reasonId} label={words.reason} required hint={words.reasonHint} error={wrong}>
        <Input.TextArea
          id={reasonId}
          value={reason}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 8 }}
          aria-describedby={describedBy(reasonId, words.reasonHint, wrong)}
          onChange={(event) => setReason(event.target.value)}
        />
      </Labelled>
    </AskDialog>
  )
}

export const problemAt = (problems: readonly FieldProblem[], target: string): string | undefined =>
  problems.find((problem) => problem.target === target)?.message

/** Begins it once, whatever is pressed, and goes on: to what is to be written in it, or to the whole of it. */
export function useBeginning<Wish>(
  begin: (request: { requestId: string; body: Wish }) => Promise<{ id: string }>,
  next: { editor: boolean; at?: string | undefined },
) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const requests = useKeptRequest<Wish>()
  return useSend({
    mutationFn: (wish: Wish) => begin(requests.begin(JSON.stringify(wish), wish)),
    onSuccess: ({ id }) => {
      requests.done()
      void client.invalidateQueries({ queryKey: ['item-changes'] })
      void client.invalidateQueries({ queryKey: ['items-to-change'] })
      const { editor, at } = next
      const search = at === undefined ? {} : { at }
      void (editor
        ? navigate({ to: '/item-changes/$id/edit', params: { id }, search })
        : navigate({ to: '/item-changes/$id', params: { id } }))
    },
    onError: requests.failed,
  })
}
