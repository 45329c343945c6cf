import { useState } from 'react'
import type { Reform, ReformKind } from '#capabilities/organisation/contract/reform.ts'
import { ground as client } from '../../server/clients.ts'
import { Menu } from '../../shell/menu.tsx'
import { RegisterDialog } from '../powers/register-dialog.tsx'
import { KINDS, reformFields, typedReform, type Choices } from './reform-forms.ts'
import { useGroundChanged } from './use-ground.ts'
import { organisationWords as words } from './words.ts'

interface Props extends Choices {
  subject: Reform['subject']
  title: string
}

/** 新设、撤销、合并、拆分: what ends leads on to what follows. */
export function ReformButton({ subject, title, ...choices }: Props) {
  const [asking, setAsking] = useState<ReformKind>()
  const changed = useGroundChanged()
  const close = () => setAsking(undefined)
  return (
    <div className="no-print">
      <Menu
        loading={false}
        label={
          <>
            {title} <span aria-hidden="true">▾</span>
          </>
        }
        groups={[
          {
            key: subject,
            lines: KINDS[subject].map((kind) => ({
              ...{ key: kind, label: words.reformOf(kind, subject), run: () => setAsking(kind) },
            })),
          },
        ]}
      />
      {asking !== undefined && (
        <RegisterDialog
          title={words.reformOf(asking, subject)}
          fields={reformFields(subject, asking, choices)}
          send={(input, requestId) => client.reform({ body: typedReform(subject, asking, input), requestId })}
          close={close}
          done={() => {
            changed()
            close()
          }}
        />
      )}
    </div>
  )
}
