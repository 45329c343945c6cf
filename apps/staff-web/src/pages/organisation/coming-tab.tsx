import { Button } from 'antd'
import { useState } from 'react'
import type { ReplyOf } from '#platform/http/contract.ts'
import type { groundRoutes } from '#capabilities/organisation/contract/ground-routes.ts'
import { day } from '#ui/format/day.ts'
import { ground as client } from '../../server/clients.ts'
import { RegisterDialog } from '../powers/register-dialog.tsx'
import { changeText } from './change-text.ts'
import { text } from './forms.ts'
import { useGroundChanged } from './use-ground.ts'
import { organisationWords as words } from './words.ts'

type Coming = ReplyOf<typeof groundRoutes.ground>['coming']

/** What was entered for a later day, the nearest first; it may be called off until then. */
export function ComingTab({ coming, keeps }: { coming: Coming; keeps: boolean }) {
  const [leaving, setLeaving] = useState<Coming[number]>()
  const changed = useGroundChanged()
  const close = () => setLeaving(undefined)
  if (coming.length === 0) return <p>{words.noComing}</p>
  return (
    <>
      <ul className="rows">
        {coming.map((line) => (
          <li key={line.id} className="rows-4">
            <div>
              <strong>{line.title}</strong>
              <div className="small muted">{line.subjectText}</div>
            </div>
            <div>
              {line.changes.map((change) => (
                <div key={change.label}>{changeText(change)}</div>
              ))}
            </div>
            <div>
              <strong>{words.comesOn(day(line.from))}</strong>
              <div className="small muted">{`${line.basis}，${line.who}`}</div>
            </div>
            <div className="row-end">
              {keeps && (
                <Button
                  size="small"
                  className="no-print"
                  aria-label={words.withdrawOf(line.title)}
                  onClick={() => setLeaving(line)}
                >
                  {words.withdraw}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {leaving !== undefined && (
        <RegisterDialog
          title={words.withdraw}
          text={words.withdrawText}
          danger
          fields={[text('reason', words.reason, { required: true, least: 4, maxLength: 300 })]}
          send={({ reason }, requestId) =>
            client.withdrawChange({ params: { id: leaving.id }, body: { reason: String(reason) }, requestId })
          }
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
