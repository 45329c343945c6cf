import { Button } from 'antd'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { Fact } from './fact.tsx'
import { useRevealed } from './use-applicant.ts'
import { caseWords as words } from './words.ts'

interface Props {
  applicant: CaseDetail['applicant']
  deliveryMode: CaseDetail['deliveryMode']
}

/** Masked until somebody says why they need the clear text; leaving the page masks it again. */
export function ApplicantStrip({ applicant, deliveryMode }: Props) {
  const { clear, ask, hide } = useRevealed()
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
        {shown.contact && (
          <Fact label={words.contact} text={`${shown.contact.name}，${shown.contact.phone}`} />
        )}
      </dl>
      {clear !== undefined ? (
        <Button className="no-print" onClick={hide}>
          {words.hide}
        </Button>
      ) : (
        shown.masked && (
          <Button className="no-print" onClick={ask}>
            {words.reveal}
          </Button>
        )
      )}
    </section>
  )
}
