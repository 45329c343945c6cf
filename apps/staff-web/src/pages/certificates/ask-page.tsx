import { Link, useSearch } from '@tanstack/react-router'
import { FailureNote } from '../../server/failure-note.tsx'
import { KeptIn } from '../../session/kept/kept-place.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { Sheet } from '../matter/matter-page.tsx'
import { AskForm, type Kind } from './ask-form.tsx'
import './certificates.css'
import { useKinds } from './use-certificates.ts'
import { certificateWords as words } from './words.ts'

/** Somebody asks for a certificate: which one first, because most that people are sent for nobody gives. */
export function AskPage() {
  const { type } = useSearch({ from: '/certificates/new' })
  const found = useKinds()
  const kind = found.data?.items.find((each) => each.type === type)
  return (
    <>
      <p className="no-print">
        <Link to="/certificates">{words.back}</Link>
      </p>
      <h1>{words.ask}</h1>
      {found.isPending && <Waiting />}
      {found.isError && <FailureNote error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined &&
        (found.data.issuesHere && kind !== undefined ? (
          <KeptIn key={kind.type} matter={`certificates/new/${kind.type}`}>
            <AskForm kind={kind} />
          </KeptIn>
        ) : (
          <Kinds items={found.data.items} issuesHere={found.data.issuesHere} />
        ))}
      {found.data !== undefined && <Never never={found.data.never} />}
    </>
  )
}

function Kinds({ items, issuesHere }: { items: readonly Kind[]; issuesHere: boolean }) {
  return (
    <Sheet id="certificate-kinds" title={words.kinds}>
      {issuesHere ? <p className="muted">{words.kindsText}</p> : <p role="status">{words.notHere}</p>}
      {items.length === 0 && <p role="status">{words.noKinds}</p>}
      <ul className="rows">
        {items.map(({ type, name, basis, states }) => (
          <li key={type} className="certificate-kind">
            <div>
              <strong>{name}</strong>
              <div className="small muted">{basis}</div>
              <div className="small">{states}</div>
            </div>
            {issuesHere && (
              <Link to="/certificates/new" search={{ type }} aria-label={`${words.choose}：${name}`}>
                {words.choose}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function Never({ never }: { never: readonly { name: string; instead: string }[] }) {
  return (
    <details className="sheet">
      <summary>{words.never(never.length)}</summary>
      <p className="muted">{words.neverText}</p>
      <ul className="plain-list">
        {never.map(({ name, instead }) => (
          <li key={name}>
            {name} <span className="muted small">{words.instead(instead)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
