import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { KnownOf } from '#capabilities/agency/contract/certificate.ts'
import { certificates } from '../../server/clients.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { useSend } from '../../server/use-send.ts'
import { Sheet } from '../matter/matter-page.tsx'
import { ID_NUMBER } from './id-number.ts'
import { certificateWords as words } from './words.ts'

/** What the registers know of the person; looked up when asked for, never while somebody types. */
export function Known({ idNumber }: { idNumber: string }) {
  const looking = useSend({
    mutationFn: (asked: string) => certificates.knownOf({ body: { idNumber: asked } }),
  })
  const ready = ID_NUMBER.test(idNumber)
  const found = looking.variables === idNumber ? looking.data : undefined
  return (
    <Sheet id="certificate-known" title={words.known}>
      <p className="muted">{ready ? words.knownText : words.lookFirst}</p>
      <p>
        <Button disabled={!ready} loading={looking.isPending} onClick={() => looking.mutate(idNumber)}>
          {words.look}
        </Button>
      </p>
      {looking.isError && <FailureNote error={looking.error} />}
      {found !== undefined && <Found found={found} />}
    </Sheet>
  )
}

function Found({ found: { known, licences, certificates: given } }: { found: KnownOf }) {
  if (!known) return <p role="status">{words.nobody}</p>
  if (licences.length + given.length === 0) return <p role="status">{words.nothingKnown}</p>
  return (
    <div role="status" className="stack-tight">
      {licences.length > 0 && (
        <>
          <h3>{words.licences}</h3>
          <ul className="plain-list">
            {licences.map(({ number, name, stateText }) => (
              <li key={number}>
                {name} <span className="muted small">{`${number}，${stateText}`}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {given.length > 0 && (
        <>
          <h3>{words.earlier}</h3>
          <ul className="plain-list">
            {given.map(({ id, text }) => (
              <li key={id}>
                <Link to="/certificates/$id" params={{ id }}>
                  {text}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
