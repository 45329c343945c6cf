import { Radio } from 'antd'
import type { DeliveryMode, ItemVersion } from '#capabilities/catalogue/contract.ts'
import { Labelled } from '../../form/labelled.tsx'
import { SchemaFields } from '../../form/schema-fields.tsx'
import {
  DELIVERY_ID,
  POSTAL,
  POSTAL_FORM,
  postalErrors,
  postalFromForm,
  type Application,
} from './application.ts'
import { intakeWords as words } from './words.ts'

interface Props {
  item: ItemVersion
  application: Application
  change: (update: (before: Application) => Application) => void
  messageOf: (target: string) => string | undefined
  /** Whether somebody has tried to go on; until then an empty address is no mistake. */
  tried: boolean
}

/** How the result reaches the applicant; by post, to which address. */
export function DeliveryChoice({ item, application, change, messageOf, tried }: Props) {
  function choose(delivery: DeliveryMode) {
    change((before) => ({
      ...before,
      delivery,
      // Written once; what the clerk changed afterwards stays.
      ...(delivery === 'post' && Object.keys(before.postal).length === 0
        ? { postal: postalFromForm(item, before.values) }
        : {}),
    }))
  }

  return (
    <section className="sheet stack" aria-label={words.delivery}>
      <Labelled id={DELIVERY_ID} group label={words.delivery} required error={messageOf(DELIVERY_ID)}>
        <Radio.Group
          aria-label={words.delivery}
          className="choice"
          value={application.delivery}
          onChange={(event) => choose(event.target.value as DeliveryMode)}
          options={item.delivery.map((mode) => ({ value: mode, label: words.deliveries[mode] }))}
        />
      </Labelled>
      {application.delivery === 'post' && (
        <SchemaFields
          wide
          prefix={POSTAL}
          schema={POSTAL_FORM}
          values={application.postal}
          errors={tried ? postalErrors(application) : {}}
          change={(name, value) =>
            change((before) => ({ ...before, postal: { ...before.postal, [name]: value } }))
          }
        />
      )}
    </section>
  )
}
