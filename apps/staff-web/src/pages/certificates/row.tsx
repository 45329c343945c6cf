import { Link } from '@tanstack/react-router'
import type { CertificateRow } from '#capabilities/agency/contract/certificate.ts'
import { day, longDay } from '#ui/format/day.ts'
import { TONES } from './search.ts'
import { certificateWords as words } from './words.ts'

/** One certificate: what it is, for whom and what for, since when, and how it stands. */
export function Row({ row }: { row: CertificateRow }) {
  const { id, no, typeName, holder, purpose, placeName, standing, stateText, online, dueDay, late } = row
  return (
    <li className="case-row certificate-row">
      <div>
        <Link to="/certificates/$id" params={{ id }} className="case-link">
          {typeName}
        </Link>
        <div className="small muted">{[no, placeName].filter(Boolean).join(' · ')}</div>
      </div>
      <div>
        {holder}
        <div className="small muted">{purpose}</div>
      </div>
      <div>
        {row.issuedOn === undefined ? words.askedOn(day(row.askedOn)) : words.issuedOn(day(row.issuedOn))}
        {online && <div className="small muted">{words.online}</div>}
      </div>
      <div>
        <span className={`tag ${TONES[standing]}`}>{stateText}</span>
        {late && <span className="tag tag-bad">{words.late}</span>}
        {!late && dueDay !== undefined && <div className="small muted">{words.dueOn(longDay(dueDay))}</div>}
      </div>
    </li>
  )
}
