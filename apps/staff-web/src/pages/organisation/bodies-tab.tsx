import { Button } from 'antd'
import { useState } from 'react'
import type { BodyLine } from '#capabilities/organisation/contract/ground-routes.ts'
import { ground as client } from '../../server/clients.ts'
import { RegisterDialog } from '../powers/register-dialog.tsx'
import { bodyFields, officeFields, typedBody, typedOffice } from './forms.ts'
import { ReformButton } from './reform-button.tsx'
import { useGroundChanged } from './use-ground.ts'
import { organisationWords as words } from './words.ts'

interface Props {
  bodies: readonly BodyLine[]
  keeps: boolean
}

/** Governments, departments and what belongs to them. */
export function BodiesTab({ bodies, keeps }: Props) {
  const [renaming, setRenaming] = useState<BodyLine>()
  const [founding, setFounding] = useState(false)
  const changed = useGroundChanged()
  const names = new Map(bodies.map(({ id, name }) => [id, name]))
  const done = (close: () => void) => () => {
    changed()
    close()
  }
  return (
    <div className="stack">
      {keeps && (
        <div className="row no-print">
          <Button onClick={() => setFounding(true)}>{words.actions.found}</Button>
          <ReformButton
            subject="body"
            title={words.actions.reformBodies}
            existing={bodies.map(({ id, name }) => ({ value: id, label: name }))}
            bodies={[]}
          />
        </div>
      )}
      <ul className="rows">
        {bodies.map((body) => (
          <li key={body.id} className="rows-4">
            <div>
              <strong>{body.name}</strong>
              <div className="small muted">{body.shortName}</div>
            </div>
            <div>
              {body.kindText}
              <div className="small muted">{body.tierText}</div>
            </div>
            <div className="small">
              {names.get(body.parent ?? '')}
              <div className="muted figures">{body.creditCode}</div>
            </div>
            <div className="row-end">
              {body.synthetic ? <span className="tag tag-warn">{words.synthetic}</span> : <span />}
              {keeps && (
                <Button
                  size="small"
                  className="no-print"
                  aria-label={`${body.name}，${words.actions.rename}`}
                  onClick={() => setRenaming(body)}
                >
                  {words.actions.rename}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {renaming !== undefined && (
        <RegisterDialog
          title={words.actions.rename}
          fields={bodyFields()}
          start={{ name: renaming.name, shortName: renaming.shortName }}
          send={(input, requestId) =>
            client.changeBody({ params: { id: renaming.id }, body: typedBody(input), requestId })
          }
          close={() => setRenaming(undefined)}
          done={done(() => setRenaming(undefined))}
        />
      )}
      {founding && (
        <RegisterDialog
          title={words.actions.found}
          fields={officeFields(
            bodies.filter(({ town }) => town).map(({ id, shortName }) => ({ value: id, label: shortName })),
          )}
          send={(input, requestId) => client.foundOffice({ body: typedOffice(input), requestId })}
          close={() => setFounding(false)}
          done={done(() => setFounding(false))}
        />
      )}
    </div>
  )
}
