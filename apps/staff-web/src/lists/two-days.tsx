import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { isDay } from '#ui/format/day.ts'
import { listWords as words } from './words.ts'

export interface TwoDaysValue {
  from: string
  to: string
}

interface Props {
  /** What falls on these days: 收件日; a listener hears it with each field. */
  label?: string
  days: TwoDaysValue
  /** Told only what can be asked for: one day at least, and the first not after the last. */
  change: (days: TwoDaysValue) => void
}

/** From a day to a day; one of them may stay empty, and a wrong order is said beside the fields. */
export function TwoDays({ label = '', days, change }: Props) {
  const [typed, setTyped] = useState(days)
  const { from, to } = days
  // Asked for elsewhere: by a kept list, by the way back of the browser.
  useEffect(() => setTyped({ from, to }), [from, to])
  const isWrong = isDay(typed.from) && isDay(typed.to) && typed.from > typed.to
  const type = (name: keyof TwoDaysValue, value: string) => {
    const next = { ...typed, [name]: value }
    setTyped(next)
    const known = [next.from, next.to].filter((day) => day !== '')
    if (known.length > 0 && known.every(isDay) && (known[0] ?? '') <= (known[1] ?? '~')) change(next)
  }
  return (
    <span className="row two-days">
      {(['from', 'to'] as const).map((name) => (
        <Input
          key={name}
          type="date"
          className="date"
          aria-label={`${label}${words.twoDays[name]}`}
          aria-invalid={isWrong}
          value={typed[name]}
          onChange={(event) => type(name, event.target.value)}
        />
      ))}
      {isWrong && (
        <span role="alert" className="late-count small">
          {words.twoDays.wrong}
        </span>
      )}
    </span>
  )
}
