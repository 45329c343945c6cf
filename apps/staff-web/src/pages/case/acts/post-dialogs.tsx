import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { Fact } from '../fact.tsx'
import { RevealDialog } from '../reveal-dialog.tsx'
import { caseWords } from '../words.ts'
import type { ActProps } from './act.tsx'
import { FieldsDialog } from './fields-dialog.tsx'
import { actWords as words } from './words.ts'

/** The carrier most parcels of an office go with; the clerk writes another one over it. */
const USUAL_CARRIER = '邮政EMS'

/** Handing a result to the post: the address is on the screen before the parcel leaves the desk. */
export function HandToPostDialog(props: ActProps) {
  return (
    <FieldsDialog {...props}>
      <PostalAddress detail={props.detail} />
    </FieldsDialog>
  )
}

export function WaybillDialog(props: ActProps) {
  return <FieldsDialog {...props} start={{ carrier: USUAL_CARRIER }} />
}

/** Masked like everything personal; whoever writes the label says so and sees it. */
function PostalAddress({ detail }: { detail: CaseDetail }) {
  const [clear, setClear] = useState<CaseDetail['applicant']>()
  const [asking, setAsking] = useState(false)
  const { postal } = clear ?? detail.applicant
  if (postal === undefined) return <Alert type="warning" role="note" title={words.noAddress} />
  return (
    <section className="beside-act stack-tight" aria-label={words.address}>
      <dl className="facts-line">
        <Fact label={words.receiver} text={postal.receiver} />
        <Fact label={caseWords.phone} text={postal.phone} />
        <Fact label={words.address} text={postal.address} />
      </dl>
      {clear === undefined && <Button onClick={() => setAsking(true)}>{words.showAddress}</Button>}
      {asking && (
        <RevealDialog
          no={detail.summary.no}
          close={() => setAsking(false)}
          done={(next) => {
            setClear(next)
            setAsking(false)
          }}
        />
      )}
    </section>
  )
}
