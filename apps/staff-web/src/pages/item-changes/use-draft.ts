import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormField, ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { ChangeDetail, Edit } from '#capabilities/catalogue/contract/change.ts'
import { itemChanges } from '../../server/clients.ts'
import { failure } from '../../server/failure.ts'
import { useSend } from '../../server/use-send.ts'
import { useKept } from '../../session/kept/use-kept.ts'
import { useKeptRequest } from '../../session/kept/use-kept-request.ts'
import { announce } from '../../shell/notice.tsx'
import { editsBetween, stoodAt, valueAt, withValue } from './draft.ts'
import { fieldsOfPart, partOf, type ItemField } from './fields.ts'
import { writtenAt } from './lineage.ts'
import { isOvertaken, merged } from './overtaken.ts'
import { fitted } from './parts/form.ts'
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
  const [lost, setLost] = useState(0)
  const saving = useSaving(detail, saved, (error, newest) => {
    if (newest === undefined) return mend(placesOf(error, now))
    const { now: next, errors: found, lost: gone } = merged({ start, now }, newest, error)
    setWritten({ start: newest, now: next })
    setLost(gone.length)
    mend(found)
  })
  const edits = editsBetween(start, now)
  const put = (at: string, value: unknown) =>
    setWritten((written) => ({ ...written, now: withValue(written.now, at, value) }))

  function mend(found: Readonly<Record<string, string>>): void {
    setErrors(found)
    turnTo(found)
  }

  function turnTo(found: Readonly<Record<string, string>>): void {
    const [first] = Object.keys(found).flatMap((at) => partOf(at) ?? [])
    setTimes((before) => before + 1)
    if (first !== undefined) show(first)
  }

  return {
    ...{ start, now, edits, errors, times, saving, put, lost },
    movedOn: isOvertaken(saving.error),
    at: (pointer: string) => valueAt(now, pointer),
    typed: (field: ItemField) => typedOf(valueAt(now, field.at), field),
    type(field: ItemField, typed: string | readonly string[]): void {
      put(...shaped(now, field.at, valueOf(typed, field, valueAt(now, field.at))))
      setErrors(({ [field.at]: _mended, ...others }) => others)
    },
    /** Lines in another order or number: what was wrong with them stands at other places now. */
    arrange(at: string, lines: unknown): void {
      put(at, lines)
      setErrors((known) =>
        Object.fromEntries(Object.entries(known).filter(([place]) => !place.startsWith(`${at}/`))),
      )
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

/** A question that is answered otherwise keeps nothing of how it was answered. */
function shaped(now: ItemVersion, at: string, value: unknown): [at: string, value: unknown] {
  const line = /^(\/form\/fields\/\d+)\/type$/.exec(at)?.[1]
  if (line === undefined) return [at, value]
  return [line, fitted({ ...(valueAt(now, line) as FormField), type: value as FormField['type'] })]
}

const tidyEdit = (edit: Edit): Edit => ('value' in edit ? { ...edit, value: tidied(edit.value) } : edit)

/** What is wrong with the fields that were written; what stood there before is the quality gate's to judge. */
function problemsOf(start: ItemVersion, now: ItemVersion): Readonly<Record<string, string>> {
  const fields = PARTS.flatMap((part) => fieldsOfPart(part, now, (at) => valueAt(now, at)))
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = valueAt(now, field.at)
      const stood = stoodAt(start, now, field.at)
      const untouched = stood !== undefined && value === valueAt(start, stood)
      const problem = untouched ? undefined : problemOf(value, field)
      return problem === undefined ? [] : [[field.at, problem]]
    }),
  )
}

function useSaving(
  { summary: { id, version } }: ChangeDetail,
  saved: () => void,
  refused: (error: unknown, newest?: ItemVersion) => void,
) {
  const client = useQueryClient()
  const requests = useKeptRequest<{ version: number; input: { edits: Edit[] } }>()
  const sending = useSend({
    mutationFn: (edits: Edit[]) => {
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
    onError: async (error) => {
      requests.failed(error)
      if (!isOvertaken(error)) {
        void client.invalidateQueries({ queryKey: ['item-change', id] })
        return refused(error)
      }
      const newest = await client.fetchQuery({
        queryKey: ['item-change', id],
        queryFn: () => itemChanges.change({ params: { id } }),
        staleTime: 0,
      })
      refused(error, newest.body as ItemVersion)
    },
  })
  return sending
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
