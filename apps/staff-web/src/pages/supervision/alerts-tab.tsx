import { Radio } from 'antd'
import { useState } from 'react'
import type { AlertView } from '#capabilities/supervision/contract.ts'
import { shortDay } from '#ui/format/day.ts'
import { CaseLine } from './case-line.tsx'
import { PagedList } from '../../lists/paged-list.tsx'
import { TakeAway } from '../../lists/take-away.tsx'
import { exportUrl } from './search.ts'
import { useAlerts } from './use-lists.ts'
import { levelTones, levelWords, supervisionWords as words } from './words.ts'

const ANY = 'any'
const LEVELS = ['red', 'yellow', 'near'] as const

/** 预警: what is near a limit or past it today, whatever period the numbers speak of. */
export function AlertsTab({ place }: { place: string | undefined }) {
  const [level, setLevel] = useState<AlertView['level'] | typeof ANY>(ANY)
  const list = useAlerts(level === ANY ? undefined : level, place)
  const counts = list.data?.pages[0]?.counts
  return (
    <div className="stack">
      <div className="row row-end">
        <Radio.Group
          aria-label={words.levelFilter}
          optionType="button"
          value={level}
          onChange={(event) => setLevel(event.target.value as typeof level)}
          options={[
            { value: ANY, label: words.anyLevel(counts ? counts.red + counts.yellow + counts.near : 0) },
            ...LEVELS.map((value) => ({ value, label: words.levelCount(value, counts?.[value] ?? 0) })),
          ]}
        />
        <TakeAway file={exportUrl('/alerts', { place, level: level === ANY ? undefined : level })} />
      </div>
      <p className="muted small">{words.alertsNow}</p>
      <PagedList
        list={list}
        label={words.tabs.alerts}
        empty={words.emptyAlerts}
        row={(line) => (
          <CaseLine
            key={line.no}
            line={line}
            mark={
              <>
                <span className={`tag tag-${levelTones[line.level]}`}>{levelWords[line.level]}</span>
                <ul className="watch-reasons small">
                  {line.reasons.map(({ title, dueDay, workingDaysLeft }) => (
                    <li key={title}>{words.dueIn(title, shortDay(dueDay), workingDaysLeft)}</li>
                  ))}
                </ul>
              </>
            }
          />
        )}
      />
    </div>
  )
}
