import { Type as T, type Static } from 'typebox'
import type { LegalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'

/** With the signature of whoever answers, or only said. */
export const ANSWER_FORMS = ['signed', 'oral'] as const
export type AnswerForm = (typeof ANSWER_FORMS)[number]

/** What was signed: the own writing, or the record of what was said, read back first (书面; 笔录). */
export const ANSWER_RECORDS = ['written', 'read-back'] as const
export type AnswerRecord = (typeof ANSWER_RECORDS)[number]

/** What somebody who was told of an intended decision answered (陈述、申辩), or that they waived it, and how that is on record. */
export const Answering = T.Object(
  {
    result: T.Enum(['stated', 'waived']),
    form: T.Enum([...ANSWER_FORMS]),
    text: T.String({ minLength: 4, maxLength: 2000 }),
    record: T.Optional(T.Enum([...ANSWER_RECORDS])),
    /** Who signed, on which day, and where the signed original lies. */
    signer: T.Optional(T.String({ maxLength: 60 })),
    signedOn: T.Optional(T.String({ format: 'date' })),
    kept: T.Optional(T.String({ maxLength: 100 })),
  },
  { additionalProperties: false },
)
export type Answering = Static<typeof Answering>

const ASKED = ['record', 'signer', 'signedOn', 'kept'] as const

interface Days {
  /** The day the notice was served: nobody waives what they have not been told. */
  servedOn: LegalDay
  today: LegalDay
}

/**
 * A right is given up only by whoever has it, knowing of it, and so that it can be shown: in writing, or on a record that was read back and
 * signed, after the notice was served (第七条; 第四十八条第一款第五项 asks the same of a record). What the record lacks, or cannot be true of it.
 */
export function answerRefused(answer: Answering, { servedOn, today }: Days): Refusal | undefined {
  const basis = '行政许可法第七条'
  if (answer.form === 'oral')
    return answer.result === 'waived' ? refusal('waiver-unsigned', { basis }) : undefined
  const missing = ASKED.filter((field) => (answer[field] ?? '').trim() === '')
  if (missing.length > 0) return refusal('answer-record-incomplete', { facts: { missing }, basis })
  const { signedOn = today } = answer
  return signedOn < servedOn || signedOn > today
    ? refusal('answer-day-other', { facts: { from: servedOn, to: today }, basis })
    : undefined
}

/** Whether the days to answer are over with this: what was said and not signed leaves room to say more. */
export function answerEnds({ form }: { form?: AnswerForm }): boolean {
  return form !== 'oral'
}
