import { Button } from 'antd'
import { useState } from 'react'
import type { Reform } from '#capabilities/organisation/contract/reform.ts'
import { ground as client } from '../../server/clients.ts'
import { RegisterDialog } from '../powers/register-dialog.tsx'
import { reformFields, typedReform, type Choices } from './reform-forms.ts'
import { useGroundChanged } from './use-ground.ts'

interface Props extends Choices {
  subject: Reform['subject']
  title: string
}

/** 新设、撤销、合并、拆分: what ends leads on to what follows. */
export function ReformButton({ subject, title, ...choices }: Props) {
  const [asking, setAsking] = useState(false)
  const changed = useGroundChanged()
  const close = () => setAsking(false)
  return (
    <>
      <Button className="no-print" onClick={() => setAsking(true)}>
        {title}
      </Button>
      {asking && (
        <RegisterDialog
          title={title}
          fields={reformFields(subject, choices)}
          send={(input, requestId) => client.reform({ body: typedReform(subject, input), requestId })}
          close={close}
          done={() => {
            changed()
            close()
          }}
        />
      )}
    </>
  )
}
