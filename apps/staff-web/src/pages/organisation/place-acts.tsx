import { Button } from 'antd'
import { useState } from 'react'
import type { PlaceLine } from '#capabilities/organisation/contract/ground-routes.ts'
import type { OpeningHours } from '#capabilities/organisation/contract/place.ts'
import { ground as client } from '../../server/clients.ts'
import { RegisterDialog } from '../powers/register-dialog.tsx'
import { placeFields, standardFields, typedPlace, typedStandard } from './forms.ts'
import { hoursFields, startingHours, typedHours } from './hours.ts'
import { useGroundChanged } from './use-ground.ts'
import { organisationWords as words } from './words.ts'

type Asking = 'change' | 'hours' | 'standard'

/** What may be changed by hand here; the server judges it again and says why not. */
export function PlaceActs({ place, hours }: { place: PlaceLine; hours?: OpeningHours | undefined }) {
  const [asking, setAsking] = useState<Asking>()
  const changed = useGroundChanged()
  const close = () => setAsking(undefined)
  const done = () => {
    changed()
    close()
  }
  const params = { id: place.id }
  return (
    <div className="row no-print">
      {(['change', 'hours', 'standard'] as const).map((act) => (
        <Button key={act} onClick={() => setAsking(act)}>
          {words.actions[act]}
        </Button>
      ))}
      {asking === 'change' && (
        <RegisterDialog
          title={words.actions.change}
          fields={placeFields()}
          start={{
            ...{ name: place.name, address: place.address },
            ...{ phone: place.phone, supervisionPhone: place.supervisionPhone },
          }}
          send={(input, requestId) =>
            client.changePlace({ params, body: typedPlace(input, place), requestId })
          }
          close={close}
          done={done}
        />
      )}
      {asking === 'hours' && (
        <RegisterDialog
          title={words.actions.hours}
          fields={hoursFields()}
          start={startingHours(hours)}
          send={(input, requestId) => client.changeStandard({ params, body: typedHours(input), requestId })}
          close={close}
          done={done}
        />
      )}
      {asking === 'standard' && (
        <RegisterDialog
          title={words.actions.standard}
          fields={standardFields()}
          send={(input, requestId) =>
            client.changeStandard({ params, body: typedStandard(input), requestId })
          }
          close={close}
          done={done}
        />
      )}
    </div>
  )
}
