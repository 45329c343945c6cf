import type { VNode } from 'preact'
import type { DraftView, PlaceView, PostalAddress, RegionOption } from '#capabilities/portal/contract.ts'
import { Button, ButtonRow, ChoiceField, RegionField, TextField, type Problem } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'
import { deliveryWords, freightWords } from '../../words.ts'
import { ApplyStep, stepPath } from './steps.tsx'

export interface WhereProps {
  visit: Visit
  draft: DraftView
  regions: readonly RegionOption[]
  /** The places that take this item for the chosen region; empty until one is chosen. */
  places: readonly PlaceView[]
  /** Where a result by post goes, as typed or as known. */
  postal?: Partial<PostalAddress>
  problems?: readonly Problem[]
}

export function WherePage({ visit, draft, regions, places, postal, problems = [] }: WhereProps): VNode {
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
          chosen={draft.region ?? visit.region ?? ''}
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
              choices={places.map((place, index) => ({
                value: place.id,
                label: place.name,
                hint: `${index === 0 && places.length > 1 ? '离您选的地方最近。' : ''}${place.address}，${place.hours}，电话${place.phone}`,
              }))}
              chosen={[draft.acceptPlace ?? places[0]?.id ?? '']}
              {...errorAt(problems, 'field-acceptPlace')}
            />
          </>
        )}
        <ChoiceField
          id="field-delivery"
          name="delivery"
          label="办好以后怎样拿结果"
          required
          choices={draft.item.delivery.map((mode) => ({
            value: mode,
            label: deliveryWords[mode],
            ...(mode === 'post'
              ? {
                  hint: freightWords,
                  conditional: <Postal postal={postal ?? postalOf(draft)} problems={problems} />,
                }
              : {}),
          }))}
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

function Postal({
  postal,
  problems,
}: {
  postal: Partial<PostalAddress>
  problems: readonly Problem[]
}): VNode {
  return (
    <>
      <TextField
        id="field-postalReceiver"
        name="postalReceiver"
        label="收件人姓名"
        required
        width="middle"
        maxLength={60}
        value={postal.receiver ?? ''}
        {...errorAt(problems, 'field-postalReceiver')}
      />
      <TextField
        id="field-postalPhone"
        name="postalPhone"
        label="收件人电话"
        required
        type="tel"
        width="middle"
        maxLength={20}
        value={postal.phone ?? ''}
        {...errorAt(problems, 'field-postalPhone')}
      />
      <TextField
        id="field-postalAddress"
        name="postalAddress"
        label="寄到哪里"
        hint="写到门牌号：省、市、区县、镇（街道）、村或小区。"
        required
        maxLength={200}
        value={postal.address ?? ''}
        {...errorAt(problems, 'field-postalAddress')}
      />
    </>
  )
}

/** What the draft already says of the person stands in the address until something else is written. */
function postalOf({ postal, item, values }: DraftView): Partial<PostalAddress> {
  const said = (element: string): string => {
    const field = item.form.fields.find((candidate) => candidate.element === element)
    const value = field && values[field.name]
    return typeof value === 'string' ? value : ''
  }
  return (
    postal ?? { receiver: said('party.name'), phone: said('party.phone'), address: said('party.address') }
  )
}
