import { Button, Radio } from 'antd'
import type { DeliveryMode, ItemVersion } from '#capabilities/catalogue/contract.ts'
import { ErrorSummary, type FieldProblem } from '../../form/error-summary.tsx'
import { Labelled } from '../../form/labelled.tsx'
import { RegionInput } from '../../form/region-input.tsx'
import { SchemaFields } from '../../form/schema-fields.tsx'
import { asksRegion, DELIVERY_ID, NO_PAPERS, REGION_ID, type Application } from './application.ts'
import { MaterialLine } from './material-line.tsx'
import { intakeWords as words } from './words.ts'

interface Props {
  item: ItemVersion
  application: Application
  /** Takes an updater, because uploads end while the clerk goes on typing. */
  change: (update: (before: Application) => Application) => void
  errors: Readonly<Record<string, string>>
  left: (name: string) => void
  problems: readonly FieldProblem[]
  times: number
  /** Told +1 and -1 as files set out and arrive. */
  busy: (change: number) => void
  goOn: () => void
}

export function FillStep({ item, application, change, errors, left, problems, times, busy, goOn }: Props) {
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
        <h2>{item.form.title}</h2>
        <Labelled
          id={REGION_ID}
          group
          label={words.region}
          required={asksRegion(item)}
          hint={words.regionHint}
          error={messageOf(REGION_ID)}
        >
          <RegionInput
            id={REGION_ID}
            code={application.region}
            change={(region) => change((before) => ({ ...before, region }))}
          />
        </Labelled>
        <SchemaFields
          wide
          prefix="intake"
          schema={item.form}
          values={application.values}
          errors={errors}
          left={left}
          change={(name, value) =>
            change((before) => ({ ...before, values: { ...before.values, [name]: value } }))
          }
        />
      </section>
      <section className="sheet stack" aria-label={words.materials}>
        <h2>{words.materials}</h2>
        <p className="hint">{words.materialsHint}</p>
        <ul className="material-lines">
          {item.materials.map((material) => (
            <MaterialLine
              key={material.id}
              material={material}
              busy={busy}
              held={application.papers[material.id] ?? NO_PAPERS}
              change={(update) =>
                change((before) => ({
                  ...before,
                  papers: {
                    ...before.papers,
                    [material.id]: update(before.papers[material.id] ?? NO_PAPERS),
                  },
                }))
              }
            />
          ))}
        </ul>
      </section>
      <section className="sheet">
        <Labelled id={DELIVERY_ID} group label={words.delivery} required error={messageOf(DELIVERY_ID)}>
          <Radio.Group
            aria-label={words.delivery}
            className="choice"
            value={application.delivery}
            onChange={(event) =>
              change((before) => ({ ...before, delivery: event.target.value as DeliveryMode }))
            }
            options={item.delivery.map((mode) => ({ value: mode, label: words.deliveries[mode] }))}
          />
        </Labelled>
      </section>
      <Button type="primary" htmlType="submit" size="large">
        {words.toCheck}
      </Button>
    </form>
  )
}
