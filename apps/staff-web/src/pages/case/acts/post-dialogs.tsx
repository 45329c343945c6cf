import { Alert, Button } from 'antd'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { Fact } from '../fact.tsx'
import { useApplicant } from '../use-applicant.ts'
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
  const { clear, ask, dialog } = useApplicant(detail.summary.no)
  const { postal } = clear ?? detail.applicant
  if (postal === undefined) return <Alert type="warning" role="note" title={words.noAddress} />
  return (
    <section className="beside-act stack-tight" aria-label={words.address}>
      <dl className="facts-line">
        <Fact label={words.receiver} text={postal.receiver} />
        <Fact label={caseWords.phone} text={postal.phone} />
        <Fact label={words.address} text={postal.address} />
      </dl>
      {clear === undefined && <Button onClick={ask}>{words.showAddress}</Button>}
      {dialog}
    </section>
  )
}
