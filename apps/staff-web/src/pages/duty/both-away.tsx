import { Alert } from 'antd'
import type { BothAwayView } from '#capabilities/staff/contract/duty-routes.ts'
import { day } from '#ui/format/day.ts'
import { dutyWords as words } from './words.ts'

/** Days on which nobody stands in, said as soon as they are known (STA-02). */
export function BothAway({ alerts }: { alerts: readonly BothAwayView[] }) {
  if (alerts.length === 0) return null
  return (
    <section aria-label={words.alerts} className="stack">
      <h2>{words.alerts}</h2>
      {alerts.map(({ post, personName, coverName, placeName, title, from, to }) => (
        <Alert
          key={post}
          type="warning"
          showIcon
          title={words.alert(personName, coverName, from === to ? day(from) : `${day(from)}至${day(to)}`)}
          description={`${placeName} ${title}。${words.alertHelp}`}
        />
      ))}
    </section>
  )
}
