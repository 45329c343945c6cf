import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import type { CertificateDetail } from '#capabilities/agency/contract/certificate.ts'
import { longDay } from '#ui/format/day.ts'
import { inline } from '../../server/inline.ts'
import { Asked } from '../asked/asked.tsx'
import { Fact } from '../case/fact.tsx'
import { StoryList } from '../case/story-list.tsx'
import { MatterPage, Sheet } from '../matter/matter-page.tsx'
import { useActing } from '../matter/use-acting.tsx'
import './certificates.css'
import { certificateMatter } from './matter.ts'
import { TONES } from './search.ts'
import { useCertificate } from './use-certificates.ts'
import { certificateWords as words } from './words.ts'

export function CertificatePage() {
  const { id } = useParams({ from: '/certificates/$id' })
  const found = useCertificate(id)
  return (
    <MatterPage found={found} title={words.title} back={<Link to="/certificates">{words.back}</Link>}>
      {(detail) => <Certificate key={id} detail={detail} />}
    </MatterPage>
  )
}

/** One certificate: what is to be done now, who asks and what for, what it states, what happened. */
function Certificate({ detail }: { detail: CertificateDetail }) {
  const { summary, printable, story } = detail
  const { choose, dialog } = useActing(certificateMatter(detail))
  const open = summary.dueDay !== undefined
  return (
    <>
      <div className="page-head">
        <h1>{summary.typeName}</h1>
        <span className={`tag ${TONES[summary.standing]}`}>{summary.stateText}</span>
        {summary.late && <span className="tag tag-bad">{words.late}</span>}
      </div>
      <Asked
        title={words.asked}
        allowed={detail.allowed}
        choose={choose}
        nothing={open ? words.noButtons : undefined}
      >
        <p>{standsText(detail)}</p>
        {printable && (
          <p className="row no-print">
            <Button
              type="primary"
              href={inline(`/api/v1/certificates/${summary.id}/paper`)}
              target="_blank"
              rel="noreferrer"
            >
              {words.print}
            </Button>
            <span className="muted small">{words.printHint}</span>
          </p>
        )}
      </Asked>
      <Particulars detail={detail} />
      <Sheet id="certificate-story" title={words.story}>
        <StoryList story={story} />
      </Sheet>
      {dialog}
    </>
  )
}

function standsText({ summary: { standing, dueDay } }: CertificateDetail): string {
  if (standing === 'asked' || standing === 'checked')
    return dueDay === undefined ? '' : words.open(longDay(dueDay))
  return words.over[standing]
}

function Particulars({ detail }: { detail: CertificateDetail }) {
  const { summary, person, wish, content, states, code, verifyUrl } = detail
  return (
    <Sheet id="certificate-person" title={words.person}>
      <dl className="facts-line">
        <Fact label={words.name} text={person?.name ?? summary.holder} />
        {person && <Fact label={words.idNumber} text={person.idNumber} />}
        {person && <Fact label={words.phone} text={person.phone} />}
        <Fact label={words.place} text={summary.placeName} />
        {summary.no !== undefined && <Fact label={words.no} text={summary.no} />}
        {summary.by !== '' && <Fact label={words.by} text={summary.by} />}
      </dl>
      <dl className="certificate-record">
        <Fact label={words.purpose} text={summary.purpose} />
        <Fact label={words.basis} text={summary.basis} />
        {states !== '' && <Fact label={words.states} text={states} />}
        {wish !== undefined && <Fact label={words.wish} text={wish} />}
        {content !== undefined && <Fact label={words.content} text={content} />}
        {code !== undefined && (
          <Fact
            label={words.code}
            text={
              <span className="row">
                <strong>{code}</strong>
                {verifyUrl !== undefined && (
                  <a className="no-print" href={verifyUrl} target="_blank" rel="noreferrer">
                    {words.verify}
                  </a>
                )}
              </span>
            }
          />
        )}
      </dl>
    </Sheet>
  )
}
