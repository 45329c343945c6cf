import type { VNode } from 'preact'
import type { DraftView, PlaceView, RegionOption } from '#capabilities/portal/contract.ts'
import { Button, ButtonRow, ChoiceField, RegionField, type Problem } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'
import { deliveryWords } from '../../words.ts'
import { ApplyStep, stepPath } from './steps.tsx'

export interface WhereProps {
  visit: Visit
  draft: DraftView
  regions: readonly RegionOption[]
  /** The places that take this item for the chosen region; empty until one is chosen. */
  places: readonly PlaceView[]
  problems?: readonly Problem[]
}

export function WherePage({ visit, draft, regions, places, problems = [] }: WhereProps): VNode {
  const only = places.length === 1 ? places[0]?.id : undefined
  return (
    <ApplyStep visit={visit} draft={draft} step="where" title="在哪里办" problems={problems}>
      <form method="post" action={stepPath(draft.id, 'where')} noValidate>
        <CsrfField visit={visit} />
        <RegionField
          id="field-region"
          name="region"
          label="这件事属于哪个村或社区"
          hint="按您家或者经营地点所在的地方选，决定由哪里办理。"
          required
          whole
          chosen={draft.region ?? ''}
          regions={regions}
          {...errorAt(problems, 'field-region')}
        />
        {places.length > 0 && (
          <>
            <input type="hidden" name="placesOf" value={draft.region ?? ''} />
            <ChoiceField
              id="field-acceptPlace"
              name="acceptPlace"
              label="由哪个地方收您的材料"
              hint="在网上交材料不用跑；有事要问、要领纸质证件，就到这里。"
              required
              choices={places.map((place) => ({
                value: place.id,
                label: place.name,
                hint: `${place.address}，${place.hours}，电话${place.phone}`,
              }))}
              chosen={[draft.acceptPlace ?? only ?? '']}
              {...errorAt(problems, 'field-acceptPlace')}
            />
          </>
        )}
        <ChoiceField
          id="field-delivery"
          name="delivery"
          label="办好以后怎样拿结果"
          required
          choices={draft.item.delivery.map((mode) => ({ value: mode, label: deliveryWords[mode] }))}
          chosen={[draft.delivery ?? (draft.item.delivery.length === 1 ? draft.item.delivery[0]! : '')]}
          {...errorAt(problems, 'field-delivery')}
        />
        <ButtonRow>
          <Button>下一步</Button>
        </ButtonRow>
      </form>
    </ApplyStep>
  )
}
