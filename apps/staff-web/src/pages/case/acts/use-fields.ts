import { useState } from 'react'
import { askedProblem } from '#ui/form/asked.ts'
import { check } from '#ui/form/check.ts'
import { askedFields } from '#ui/form/values.ts'
import { useKept } from '../../../session/kept/use-kept.ts'
import type { FieldProblem } from '../../../form/error-summary.tsx'
import { readValues, type RawValues } from '../../../form/raw-values.ts'
import { fieldId } from '../../../form/schema-fields.tsx'
import type { ActField } from './act-field.ts'
import { inputOf } from './answers.ts'
import { actWords as words } from './words.ts'

const PREFIX = 'act'

/** The plain questions of an act: what was typed, what is wrong with it, and the input once nothing is. */
export function useFields(title: string, fields: readonly ActField[], start: RawValues = {}) {
  const [raw, setRaw] = useKept<RawValues>('fields', stampOf(fields), () => start)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [times, setTimes] = useState(0)
  const schema = { title, fields: [...fields] }

  return {
    raw,
    times,
    problems: Object.entries(errors).map(([name, message]): FieldProblem => ({
      target: fieldId(PREFIX, name),
      message,
    })),
    /** Everything the common form needs to draw the questions. */
    drawn: {
      prefix: PREFIX,
      schema,
      values: raw,
      errors,
      warnings: warningsOf(fields, raw),
      change(name: string, value: RawValues[string]) {
        setRaw((before) => ({ ...before, [name]: value }))
        // What is being mended is no mistake until the next press.
        setErrors(({ [name]: _mended, ...others }) => others)
      },
    },
    /** Asked with every press; nothing while something has to be mended. */
    read(): Record<string, unknown> | undefined {
      const values = readValues(schema, raw)
      // What another answer has closed is neither judged nor sent.
      const asked = askedFields({ fields }, values)
      const { input, unreadable } = inputOf(asked, values)
      const found = { ...ownProblems(asked, raw), ...unreadableWords(asked, unreadable) }
      for (const error of check(schema, values)) found[error.field] = error.message
      setErrors(found)
      setTimes(times + 1)
      return Object.keys(found).length === 0 ? input : undefined
    },
  }
}

/** What is lawful and yet worth a second look. */
function warningsOf(fields: readonly ActField[], raw: RawValues): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ name, beyond }) =>
      beyond !== undefined && typeof raw[name] === 'string' && raw[name] > beyond.day
        ? [[name, beyond.warning]]
        : [],
    ),
  )
}

/** Answers belong to questions: another form of the same act starts empty. */
function stampOf(fields: readonly ActField[]): string {
  return fields.map(({ name, type }) => `${name}:${type}`).join(' ')
}

/** What an act wants beyond the common form: a text long enough, a number of a certain shape. */
function ownProblems(fields: readonly ActField[], raw: RawValues): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ sent, ...field }) => {
      const problem = askedProblem(
        sent === 'json' || sent === undefined ? field : { ...field, sent },
        raw[field.name],
      )
      return problem === undefined ? [] : [[field.name, problem]]
    }),
  )
}

function unreadableWords(fields: readonly ActField[], names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    fields
      .filter((field) => names.includes(field.name))
      .map((field) => [field.name, words.notReadable(field.label)]),
  )
}
