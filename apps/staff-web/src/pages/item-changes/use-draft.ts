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
import { back, forth, left, NO_HISTORY, type History, type Walked } from './history.ts'
import { writtenAt } from './lineage.ts'
import { labelAt } from './compared.ts'
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
/** Told what the server has now: the page above hears of it a moment later, and would show what was before. */
export type Saved = (newest: ChangeDetail | undefined) => void

/** The draft as it is being written: every field by its place, what is wrong with it, and saving it. */
export function useDraft(detail: ChangeDetail, saved: Saved, show: (part: Part) => void) {
  const body = detail.body as ItemVersion
  const [{ start, now }, setWritten] = useKept<Written>('draft', 'item', () => ({ start: body, now: body }))
  const [history, setHistory] = useState<History<ItemVersion>>(NO_HISTORY)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [times, setTimes] = useState(0)
  const [lost, setLost] = useState(0)
  const saving = useSaving(detail, saved, (error, newest) => {
    if (newest === undefined) return mend(placesOf(error, now))
    const { now: next, errors: found, lost: gone } = merged({ start, now }, newest, error)
    setWritten({ start: newest, now: next })
    setHistory(NO_HISTORY)
    setLost(gone.length)
    mend(found)
  })
  const edits = editsBetween(start, now)
  /** `typing` is a field that is typed into letter by letter. */
  function put(at: string, value: unknown, typing?: string): void {
    setHistory((known) => left(known, now, typing))
    setWritten((written) => ({ ...written, now: withValue(written.now, at, value) }))
  }

  /** Back or forth one step, to where the difference is seen. */
  function walk(walked: Walked<ItemVersion> | undefined, said: (label: string) => string): void {
    if (walked === undefined) return
    setHistory(walked.history)
    setWritten({ start, now: walked.state })
    setErrors({})
    const [changed] = editsBetween(now, walked.state)
    if (changed === undefined) return
    const part = partOf(changed.at)
    if (part !== undefined) show(part)
    announce(said(labelAt(walked.state, changed.at, now)))
  }

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
    ...{ canUndo: history.past.length > 0, canRedo: history.next.length > 0 },
    undo: () => walk(back(history, now), words.undone),
    redo: () => walk(forth(history, now), words.redone),
    movedOn: isOvertaken(saving.error),
    at: (pointer: string) => valueAt(now, pointer),
    typed: (field: ItemField) => typedOf(valueAt(now, field.at), field),
    type(field: ItemField, typed: string | readonly string[]): void {
      const [at, value] = shaped(now, field.at, valueOf(typed, field, valueAt(now, field.at)))
      put(at, value, TYPED.has(field.type) ? field.at : undefined)
      setErrors(({ [field.at]: _mended, ...others }) => others)
    },
    /** Lines in another order or number: what was wrong with them stands at other places now. */
    arrange(at: string, lines: unknown): void {
      put(at, lines)
      setErrors((known) =>
        Object.fromEntries(Object.entries(known).filter(([place]) => !place.startsWith(`${at}/`))),
      )
    },
    /** What stood there before anything was written, as it was. */
    restore(at: string, value: unknown): void {
      put(at, value)
      setErrors(({ [at]: _mended, ...others }) => others)
    },
    /** Nothing that was not saved is left; a step back brings it again. */
    discard(): void {
      setHistory(left(history, now))
      setWritten({ start: body, now: body })
      setErrors({})
    },
    save(): void {
      const found = problemsOf(start, now)
      setErrors(found)
      if (Object.keys(found).length > 0) turnTo(found)
      else saving.mutate(edits.map(tidyEdit))
    },
  }
}

const TYPED: ReadonlySet<string> = new Set([
  ...['text', 'long-text', 'citizen-id', 'credit-code', 'phone', 'date', 'integer', 'money-yuan'],
])

/** Parts of an item that only hold others: they go with the last of them. */
const HOLDERS = ['/lifecycle', '/guide/example', '/guide', '/themes']

/** A question that is answered otherwise keeps nothing of how it was answered; nothing is left empty. */
function shaped(now: ItemVersion, at: string, value: unknown): [at: string, value: unknown] {
  const holder = HOLDERS.find((each) => at.startsWith(`${each}/`))
  const held = holder === undefined ? [] : Object.keys(valueAt(now, holder) ?? {})
  if (value === undefined && holder !== undefined && String(held) === at.slice(holder.length + 1))
    return shaped(now, holder, undefined)
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
      const before = stood === undefined ? undefined : valueAt(start, stood)
      // What is new may be saved half written; it may not be sent on so. What stood there is not emptied by mistake.
      const unbegun = before === undefined && isUnwritten(value)
      const untouched = unbegun || (stood !== undefined && value === before)
      const problem = untouched ? undefined : problemOf(value, field)
      return problem === undefined ? [] : [[field.at, problem]]
    }),
  )
}

const isUnwritten = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

function useSaving(
  { summary: { id, version } }: ChangeDetail,
  saved: Saved,
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
      saved(client.getQueryData<ChangeDetail>(['item-change', id]))
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
