import { InputNumber } from 'antd'
import './intake.css'

interface Props {
  label: string
  /** The material, for screen readers. */
  of: string
  value: number
  change: (count: number) => void
}

/** How many sheets lie on the counter. */
export function Count({ label, of, value, change }: Props) {
  return (
    <label className="count">
      {label}
      <InputNumber
        aria-label={`${of} ${label}`}
        min={0}
        max={20}
        precision={0}
        value={value}
        onChange={(next) => change(typeof next === 'number' ? next : 0)}
      />
    </label>
  )
}
