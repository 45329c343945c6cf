import { Alert, Button } from 'antd'
import { Fragment, useContext, useMemo, useState, type ReactNode } from 'react'
import { moment } from '#ui/format/day.ts'
import { keptWords as words } from '../words.ts'
import { forget, KEPT_HOURS } from './store.ts'
import { KeptPlaceContext } from './use-kept.ts'

interface Props {
  /** What the form is about; one word without blanks. */
  matter: string
  children: ReactNode
}

/** Whatever is typed inside is kept until it was sent. */
export function KeptIn({ matter, children }: Props) {
  const [round, setRound] = useState(0)
  const [since, setSince] = useState<number>()
  const place = useMemo(
    () => ({
      ...{ matter, since },
      found: (at: number) => setSince((before) => Math.max(before ?? 0, at)),
      anew() {
        forget(matter)
        setSince(undefined)
        setRound((before) => before + 1)
      },
    }),
    [matter, since],
  )
  return (
    <KeptPlaceContext value={place}>
      <Fragment key={round}>{children}</Fragment>
    </KeptPlaceContext>
  )
}

/** Says that what stands in the form was typed before, and begins anew. */
export function KeptFound({ children }: { children?: ReactNode }) {
  const place = useContext(KeptPlaceContext)
  if (place?.since === undefined) return null
  return (
    <Alert
      type="info"
      role="status"
      title={words.found(moment(new Date(place.since).toISOString()))}
      description={
        <>
          {children}
          <p>{words.howLong(KEPT_HOURS)}</p>
        </>
      }
      action={<Button onClick={place.anew}>{words.anew}</Button>}
    />
  )
}
