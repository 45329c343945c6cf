import { Button } from 'antd'
import { useState } from 'react'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { Fact } from './fact.tsx'
import { RevealDialog } from './reveal-dialog.tsx'
import { caseWords as words } from './words.ts'

type Applicant = CaseDetail['applicant']

interface Props {
  no: string
  applicant: Applicant
  deliveryMode: CaseDetail['deliveryMode']
}

/** Masked until somebody says why they need the clear text; leaving the page masks it again. */
export function ApplicantStrip({ no, applicant, deliveryMode }: Props) {
  const [clear, setClear] = useState<Applicant>()
  const [asking, setAsking] = useState(false)
  const shown = clear ?? applicant
  return (
    <section className="sheet applicant" aria-label={words.applicant}>
      <dl className="facts-line">
        <Fact label={words.applicant} text={shown.name} />
        <Fact label={shown.idKind || words.idNumber} text={shown.idNumber} />
        <Fact label={words.phone} text={shown.phone} />
        <Fact label={words.delivery} text={words.deliveries[deliveryMode]} />
        {shown.postal && (
          <Fact label={words.postalTo} text={`${shown.postal.receiver}，${shown.postal.address}`} />
        )}
      </dl>
      {clear !== undefined ? (
        <Button onClick={() => setClear(undefined)}>{words.hide}</Button>
      ) : (
        shown.masked && <Button onClick={() => setAsking(true)}>{words.reveal}</Button>
      )}
      {asking && (
        <RevealDialog
          no={no}
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
