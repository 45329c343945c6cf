import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState, type FormEvent } from 'react'
import type { FormSchema } from '#capabilities/catalogue/contract.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import type { RawValues } from '../../form/raw-values.ts'
import { fieldId, SchemaFields } from '../../form/schema-fields.tsx'
import { drafts } from '../../server/clients.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { newRequestId } from '../../server/request-id.ts'
import { useSend } from '../../server/use-send.ts'
import { intakeWords as words } from './words.ts'

const PREFIX = 'pick-up'
const CODE = /^\d{8}$/
const ID_TAIL = /^\d{3}[\dX]$/

const FORM: FormSchema = {
  title: words.pickUp,
  fields: [
    {
      ...{ name: 'code', label: words.pickUpCode, type: 'text', required: true, maxLength: 20 },
      hint: words.pickUpCodeHint,
    },
    {
      ...{ name: 'idTail', label: words.idTail, type: 'text', required: true, maxLength: 4 },
      hint: words.idTailHint,
    },
  ],
}

/** Goes on at the counter with what somebody began online: the code they were given, and the end of their id number. */
export function PickUp() {
  const navigate = useNavigate()
  const [raw, setRaw] = useState<RawValues>({})
  const [times, setTimes] = useState(0)
  const read = {
    code: plain(raw['code']),
    idTail: plain(raw['idTail']).toUpperCase(),
  }
  const errors: Record<string, string> =
    times === 0
      ? {}
      : {
          ...(CODE.test(read.code) ? {} : { code: words.pickUpCodeWrong }),
          ...(ID_TAIL.test(read.idTail) ? {} : { idTail: words.idTailWrong }),
        }
  const pickUp = useSend({
    mutationFn: (body: typeof read) => drafts.pickUp({ body, requestId: newRequestId() }),
    // What came back is clear text; the page that needs it reads it for itself.
    gcTime: 0,
    onSuccess: ({ id, item }) =>
      void navigate({ to: '/intake/$item', params: { item }, search: { draft: id } }),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    setTimes(times + 1)
    if (CODE.test(read.code) && ID_TAIL.test(read.idTail)) pickUp.mutate(read)
  }

  return (
    <details className="sheet pick-up">
      <summary>{words.pickUp}</summary>
      <form className="stack" noValidate onSubmit={submit}>
        <p className="muted">{words.pickUpText}</p>
        <ErrorSummary
          times={times}
          problems={Object.entries(errors).map(([name, message]) => ({
            target: fieldId(PREFIX, name),
            message,
          }))}
        />
        <SchemaFields
          wide
          prefix={PREFIX}
          schema={FORM}
          values={raw}
          errors={errors}
          change={(name, value) => setRaw((before) => ({ ...before, [name]: value }))}
        />
        {pickUp.isError && <FailureNote error={pickUp.error} />}
        <Button type="primary" htmlType="submit" loading={pickUp.isPending}>
          {words.pickUpConfirm}
        </Button>
      </form>
    </details>
  )
}

/** People read a code out in groups; the blanks between them and full-width digits say nothing. */
function plain(value: RawValues[string] | undefined): string {
  return String(value ?? '')
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
}
