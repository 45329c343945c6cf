import { daysOf, isNamedRange, NAMED_RANGES, RANGE_TITLES } from '#capabilities/case/contract/day-range.ts'
import { dayOf } from '#ui/format/day.ts'
import { Choose } from '../../lists/choose.tsx'
import { TwoDays } from '../../lists/two-days.tsx'
import { workListWords } from './words.ts'

const words = workListWords.days
const CUSTOM = 'custom'

interface Props {
  of: 'received' | 'due'
  range: string | undefined
  change: (range: string | undefined) => void
}

/** 收件 or 到期 on which days: by name, which moves on with the calendar, or from a day to a day. */
export function DayFilter({ of, range, change }: Props) {
  const custom = range !== undefined && !isNamedRange(range)
  const [from = '', to = ''] = custom ? range.split('~') : []
  const { label, any, what } = words[of]
  return (
    <>
      <Choose
        label={label}
        any={any}
        value={custom ? CUSTOM : range}
        options={[
          ...NAMED_RANGES.map((value) => ({ value, label: `${RANGE_TITLES[value]}${what}` })),
          { value: CUSTOM, label: `${words.custom}${label}` },
        ]}
        change={(chosen) => change(chosen === CUSTOM ? begun(range) : chosen)}
      />
      {custom && (
        <TwoDays label={label} days={{ from, to }} change={(days) => change(`${days.from}~${days.to}`)} />
      )}
    </>
  )
}

/** Own days begin with those that were asked for by name, else with the month. */
function begun(range = 'month'): string {
  const { from = '', to = '' } = daysOf(range, dayOf(new Date().toISOString()))
  return `${from}~${to}`
}
