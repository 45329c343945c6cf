import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { ChangeDetail, Edit } from '#capabilities/catalogue/contract/change.ts'
import { itemChanges } from '../../server/clients.ts'
import { failure, isCode } from '../../server/failure.ts'
import { useSend } from '../../server/use-send.ts'
import { useKept } from '../../session/kept/use-kept.ts'
import { useKeptRequest } from '../../session/kept/use-kept-request.ts'
import { announce } from '../../shell/notice.tsx'
import { editsBetween, valueAt, withValue } from './draft.ts'
import { fieldsOfPart, partOf, type ItemField } from './fields.ts'
import { writtenAt } from './lineage.ts'
import { PARTS, type Part } from './search.ts'
import { problemOf, tidied, typedOf, valueOf } from './typed.ts'
import { editorWords as words } from './words.ts'

interface Written {
  /** What the server had when the writing began. */
  start: ItemVersion
  now: ItemVersion
}

export type Draft = ReturnType<typeof useDraft>

/** The draft as it is being written: every field by its place, what is wrong with it, and saving it. */
export function useDraft(detail: ChangeDetail, saved: () => void, show: (part: Part) => void) {
  const body = detail.body as ItemVersion
  const [{ start, now }, setWritten] = useKept<Written>('draft', 'item', () => ({ start: body, now: body }))
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [times, setTimes] = useState(0)
  const saving = useSaving(detail, saved, (error) => {
    const found = placesOf(error, now)
    setErrors(found)
    turnTo(found)
  })
  const edits = editsBetween(start, now)
  const put = (at: string, value: unknown) =>
    setWritten((written) => ({ ...written, now: withValue(written.now, at, value) }))

  function turnTo(found: Readonly<Record<string, string>>): void {
    const [first] = Object.keys(found).flatMap((at) => partOf(at) ?? [])
    setTimes((before) => before + 1)
    if (first !== undefined) show(first)
  }

  return {
    ...{ start, now, edits, errors, times, saving, put },
    movedOn: isCode(saving.error, 'change-moved-on') && saving.version !== detail.summary.version,
    at: (pointer: string) => valueAt(now, pointer),
    typed: (field: ItemField) => typedOf(valueAt(now, field.at), field),
    type(field: ItemField, typed: string | readonly string[]): void {
      put(field.at, valueOf(typed, field))
      setErrors(({ [field.at]: _mended, ...others }) => others)
    },
    undo: () => setWritten({ start: body, now: body }),
    save(): void {
      const found = problemsOf(start, now)
      setErrors(found)
      if (Object.keys(found).length > 0) turnTo(found)
      else saving.mutate(edits.map(tidyEdit))
    },
  }
}

const tidyEdit = (edit: Edit): Edit => ('value' in edit ? { ...edit, value: tidied(edit.value) } : edit)

/** What is wrong with the fields that were written; what stood there before is the quality gate's to judge. */
function problemsOf(start: ItemVersion, now: ItemVersion): Readonly<Record<string, string>> {
  const fields = PARTS.flatMap((part) => fieldsOfPart(part, now, (at) => valueAt(now, at)))
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = valueAt(now, field.at)
      const problem = value === valueAt(start, field.at) ? undefined : problemOf(value, field)
      return problem === undefined ? [] : [[field.at, problem]]
    }),
  )
}

function useSaving(
  { summary: { id, version } }: ChangeDetail,
  saved: () => void,
  refused: (error: unknown) => void,
) {
  const client = useQueryClient()
  const requests = useKeptRequest<{ version: number; input: { edits: Edit[] } }>()
  const [sentVersion, setSent] = useState(version)
  const sending = useSend({
    mutationFn: (edits: Edit[]) => {
      setSent(version)
      const body = { version, input: { edits } }
      return itemChanges.actOnChange({
        params: { id, act: 'edit' },
        ...requests.begin(JSON.stringify(body), body),
      })
    },
    onSuccess: async () => {
      requests.done()
      await client.invalidateQueries({ queryKey: ['item-change', id] })
      void client.invalidateQueries({ queryKey: ['item-changes'] })
      announce(words.saved)
      saved()
    },
    onError: (error) => {
      requests.failed(error)
      void client.invalidateQueries({ queryKey: ['item-change', id] })
      refused(error)
    },
  })
  return { ...sending, version: sentVersion }
}

/** Where the server found fault, as far as it names places. */
function placesOf(error: unknown, now: ItemVersion): Readonly<Record<string, string>> {
  const { facts = {} } = failure(error)
  const findings = (facts['findings'] ?? []) as readonly { at: string; what: string; remedy: string }[]
  const problems = (facts['problems'] ?? []) as readonly (string | { path: string; breach: string })[]
  return Object.fromEntries([
    ...findings.map(({ at, what, remedy }) => [at, `${what}。${remedy}。`]),
    ...problems.map((problem) =>
      typeof problem === 'string'
        ? [problem, words.misshapen]
        : [writtenAt(now, problem.path), words.breaches[problem.breach] ?? words.breaches['changed']],
    ),
  ])
}
