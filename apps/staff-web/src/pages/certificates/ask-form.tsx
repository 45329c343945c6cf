import { Link, useNavigate } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { NewCertificate } from '#capabilities/agency/contract/certificate.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import { SchemaFields } from '../../form/schema-fields.tsx'
import { certificates } from '../../server/clients.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { useRequestId } from '../../server/use-request-id.ts'
import { useSend } from '../../server/use-send.ts'
import { announce } from '../../shell/notice.tsx'
import { askedWords } from '../asked/words.ts'
import type { ActField } from '../case/acts/act-field.ts'
import { useFields } from '../case/acts/use-fields.ts'
import { Sheet } from '../matter/matter-page.tsx'
import { ID_NUMBER } from './id-number.ts'
import { Known } from './known.tsx'
import { certificateWords as words } from './words.ts'

export interface Kind {
  type: string
  name: string
  basis: string
  states: string
}

const fieldsOf = ({ states }: Kind): readonly ActField[] => {
  const { fields: said } = words
  return [
    { name: 'name', label: said.name, type: 'text', required: true, maxLength: 40 },
    {
      ...{ name: 'idNumber', label: said.idNumber, type: 'text', required: true, maxLength: 18 },
      pattern: { matches: ID_NUMBER.source, otherwise: said.idNumberWrong },
    },
    {
      ...{ name: 'phone', label: said.phone, type: 'text', required: true, maxLength: 12 },
      pattern: { matches: '^\\d{7,12}$', otherwise: said.phoneWrong },
    },
    {
      ...{ name: 'purpose', label: said.purpose, hint: said.purposeHint, type: 'text', required: true },
      ...{ least: 2, maxLength: 100 },
    },
    { name: 'wish', label: said.wish, hint: states, type: 'long-text', required: false, maxLength: 500 },
  ]
}

/** Who asks and what for, beside what the house knows of them already. */
export function AskForm({ kind }: { kind: Kind }) {
  const { raw, problems, times, drawn, read } = useFields(words.form(kind.name), fieldsOf(kind))
  const navigate = useNavigate()
  const client = useQueryClient()
  const requestId = useRequestId()
  const sending = useSend({
    mutationFn: (body: NewCertificate) => certificates.askCertificate({ body, requestId: requestId.read() }),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['certificates'] })
      announce(askedWords.done(words.submit))
      void navigate({ to: '/certificates/$id', params: { id } })
    },
    onError: requestId.failed,
  })

  function submit() {
    const input = read() as Record<'name' | 'idNumber' | 'phone' | 'purpose' | 'wish', string> | undefined
    if (input === undefined) return
    const { purpose, wish, ...holder } = input
    sending.mutate({ type: kind.type, holder, purpose, ...(wish ? { wish } : {}) })
  }

  return (
    <>
      <Sheet id="certificate-ask" title={words.form(kind.name)}>
        <p className="muted small">
          {words.basis}：{kind.basis} <Link to="/certificates/new">{words.otherKind}</Link>
        </p>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <ErrorSummary times={times} problems={problems} />
          <SchemaFields {...drawn} />
          <Known idNumber={typeof raw['idNumber'] === 'string' ? raw['idNumber'].trim() : ''} />
          {sending.isError && <FailureNote error={sending.error} />}
          <Button type="primary" htmlType="submit" loading={sending.isPending}>
            {words.submit}
          </Button>
        </form>
      </Sheet>
    </>
  )
}
