import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { describe } from '#ui/form/describe.ts'
import { regionName, type RegionOption } from '#ui/form/region.ts'
import { Labelled } from '../../form/labelled.tsx'
import { readValues } from '../../form/raw-values.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { isCode } from '../../server/failure.ts'
import {
  asksRegion,
  isPromised,
  NO_PAPERS,
  notHandedIn,
  offersPromise,
  papersOf,
  POSTAL_FORM,
  type Application,
} from './application.ts'
import { HEADING_OF } from './use-heading.ts'
import { intakeWords as words } from './words.ts'

interface Props {
  item: ItemVersion
  application: Application
  regions: readonly RegionOption[]
  /** Names that are others than those known under their numbers, each with its sentence. */
  differing: readonly string[]
  uploading: number
  pending: boolean
  error: Error | null
  back: () => void
  readAgain: () => void
  /** With why the same is applied for once more, where it is. */
  file: (again?: string) => void
}

/** Read back as a person reads it, with what is still missing said before it is filed. */
export function CheckStep({
  item,
  application,
  regions,
  differing,
  uploading,
  pending,
  error,
  back,
  readAgain,
  file,
}: Props) {
  const [again, setAgain] = useState('')
  const { asked } = papersOf(item, application)
  const missing = notHandedIn(asked, application.papers)
  // Where the form says it, it is read back with the form.
  const region = asksRegion(item)
    ? (regionName(regions, application.region) ?? application.region)
    : undefined
  return (
    <div className="stack">
      <section className="sheet stack" aria-labelledby={HEADING_OF.check}>
        <h2 id={HEADING_OF.check} tabIndex={-1}>
          {words.checkTitle}
        </h2>
        {differing.length > 0 && (
          <Alert
            type="warning"
            role="note"
            title={[...new Set(differing)].join('；')}
            description={words.nameDiffersText}
          />
        )}
        <dl className="answers">
          {region !== undefined && <Line label={words.region} text={region} />}
          {describe(item.form, readValues(item.form, application.values), { regions }).map((answer) => (
            <Line key={answer.field} label={answer.label} text={answer.text} />
          ))}
          {application.delivery && (
            <Line label={words.delivery} text={words.deliveries[application.delivery]} />
          )}
          {application.delivery === 'post' &&
            describe(POSTAL_FORM, readValues(POSTAL_FORM, application.postal)).map((answer) => (
              <Line key={answer.field} label={answer.label} text={answer.text} />
            ))}
          {offersPromise(item, application) && (
            <Line
              label={words.way}
              text={isPromised(item, application) ? words.wayChosen.promise : words.wayChosen.general}
            />
          )}
        </dl>
      </section>
      <section className="sheet stack" aria-label={words.materials}>
        <h2>{words.materials}</h2>
        <dl className="answers">
          {asked
            .filter((material) => material.fromForm !== true)
            .map(({ id, name }) => {
              const { originals, copies, files } = application.papers[id] ?? NO_PAPERS
              return <Line key={id} label={name} text={words.received(originals, copies, files.length)} />
            })}
        </dl>
        {missing.length > 0 && (
          <Alert
            type="warning"
            role="note"
            title={`${words.notHandedIn}：${missing.map((material) => material.name).join('、')}`}
            description={words.notHandedInText}
          />
        )}
      </section>
      {error !== null && (
        <FailureNote
          error={error}
          more={isCode(error, 'item-changed') && <Button onClick={readAgain}>{words.readAgain}</Button>}
        />
      )}
      {isCode(error, 'already-applied') && (
        <Labelled id="intake-again" label={words.again} required hint={words.againHint}>
          <Input.TextArea
            id="intake-again"
            rows={2}
            maxLength={200}
            value={again}
            onChange={(event) => setAgain(event.target.value)}
          />
        </Labelled>
      )}
      {uploading > 0 && <p role="status">{words.uploading(uploading)}</p>}
      <div className="row">
        <Button
          type="primary"
          size="large"
          loading={pending}
          disabled={uploading > 0}
          onClick={() => file(again.trim() || undefined)}
        >
          {words.file}
        </Button>
        <Button size="large" disabled={pending} onClick={back}>
          {words.change}
        </Button>
      </div>
    </div>
  )
}

function Line({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </div>
  )
}
