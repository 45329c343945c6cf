import { Button, Select } from 'antd'
import { useState } from 'react'
import type { DutyView } from '#capabilities/staff/contract/duty-routes.ts'
import { day } from '#ui/format/day.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { announce } from '../../shell/notice.tsx'
import { AbsenceDialog } from './absence-dialog.tsx'
import { useDutyChange, type DutyChange } from './use-duty.ts'
import { absenceKinds, dutyWords as words } from './words.ts'

const NOBODY = ''

/** One post: who stands in, and when its holder is away. */
export function DutyRow({ view }: { view: DutyView }) {
  const [adding, setAdding] = useState(false)
  const change = useDutyChange(view.post, (made) => announce(said(view, made)))
  const { personName, title, cover, mayCover, absences } = view
  return (
    <li className="rows-4">
      <div>
        <strong>{personName}</strong>
        <div className="small muted">{title}</div>
      </div>
      <div>
        {mayCover.length === 0 ? (
          <span className="muted">{words.nobodyFits}</span>
        ) : (
          <Select
            aria-label={words.coverOf(personName)}
            className="duty-cover"
            loading={change.isPending}
            value={cover?.post ?? NOBODY}
            onChange={(post) => change.mutate({ set: 'cover', cover: post === NOBODY ? null : post })}
            options={[
              { value: NOBODY, label: words.noCover },
              ...mayCover.map((one) => ({ value: one.post, label: `${one.personName}（${one.title}）` })),
            ]}
          />
        )}
      </div>
      <ul className="plain">
        {absences.length === 0 && <li className="muted">{words.noAbsence}</li>}
        {absences.map(({ id, from, to, kind, now }) => (
          <li key={id}>
            {now && <span className="tag tag-warn">{words.now}</span>}{' '}
            {words.absence(day(from), day(to), absenceKinds[kind])}{' '}
            <Button
              size="small"
              aria-label={words.endOf(personName, day(from))}
              onClick={() => change.mutate({ set: 'back', absence: id })}
            >
              {words.end}
            </Button>
          </li>
        ))}
      </ul>
      <div className="row-end">
        <Button size="small" aria-label={words.addOf(personName)} onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      </div>
      {change.isError && <FailureNote error={change.error} />}
      {adding && <AbsenceDialog view={view} close={() => setAdding(false)} />}
    </li>
  )
}

function said({ personName, mayCover }: DutyView, change: DutyChange): string {
  if (change.set === 'back') return words.ended(personName)
  if (change.set === 'absence') return words.saved(personName)
  const cover = mayCover.find(({ post }) => post === change.cover)
  return cover === undefined ? words.uncovered(personName) : words.covered(personName, cover.personName)
}
