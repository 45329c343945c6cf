import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { ErrorSummary, type FieldProblem } from '../../form/error-summary.tsx'
import { Labelled } from '../../form/labelled.tsx'
import { RegionInput } from '../../form/region-input.tsx'
import { SchemaFields } from '../../form/schema-fields.tsx'
import { asksRegion, offersPromise, REGION_ID, type Application } from './application.ts'
import { answeredWith, withRegion } from './filled-in.ts'
import { AskedPapers } from './asked-papers.tsx'
import { DeliveryChoice } from './delivery-choice.tsx'
import { PromiseChoice } from './promise-choice.tsx'
import { HEADING_OF } from './use-heading.ts'
import { intakeWords as words } from './words.ts'

interface Props {
  item: ItemVersion
  application: Application
  /** Takes an updater, because uploads end while the clerk goes on typing. */
  change: (update: (before: Application) => Application) => void
  errors: Readonly<Record<string, string>>
  left: (name: string) => void
  warnings: Readonly<Record<string, string>>
  problems: readonly FieldProblem[]
  times: number
  /** Told +1 and -1 as files set out and arrive. */
  busy: (change: number) => void
  goOn: () => void
  /** What else may be done with the form. */
  beside: ReactNode
}

export function FillStep({
  item,
  application,
  change,
  errors,
  left,
  warnings,
  problems,
  times,
  busy,
  goOn,
  beside,
}: Props) {
  const messageOf = (target: string) => problems.find((problem) => problem.target === target)?.message
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        goOn()
      }}
    >
      <ErrorSummary problems={problems} times={times} />
      <section className="sheet stack" aria-label={item.form.title}>
        <h2 id={HEADING_OF.fill} tabIndex={-1}>
          {item.form.title}
        </h2>
        {asksRegion(item) && (
          <Labelled
            id={REGION_ID}
            group
            label={words.region}
            required
            hint={words.regionHint}
            error={messageOf(REGION_ID)}
          >
            <RegionInput
              id={REGION_ID}
              code={application.region}
              change={(region) => change((before) => withRegion(item, before, region))}
            />
          </Labelled>
        )}
        <SchemaFields
          wide
          prefix="intake"
          schema={item.form}
          values={application.values}
          errors={errors}
          left={left}
          warnings={warnings}
          change={(name, value) => change((before) => answeredWith(item, before, name, value))}
        />
      </section>
      {offersPromise(item, application) && (
        <PromiseChoice item={item} application={application} change={change} messageOf={messageOf} />
      )}
      <AskedPapers item={item} application={application} change={change} busy={busy} />
      <DeliveryChoice
        item={item}
        application={application}
        change={change}
        messageOf={messageOf}
        tried={times > 0}
      />
      <div className="row">
        <Button type="primary" htmlType="submit" size="large">
          {words.toCheck}
        </Button>
        {beside}
      </div>
    </form>
  )
}
