import type { VNode } from 'preact'
import type { FormSchema, RegionOption, TogetherView } from '#capabilities/portal/contract.ts'
import { Button, ButtonRow, ChoiceField, NoticeBox, RegionField, type Problem } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'
import { deliveryWords, freightWords } from '../../words.ts'
import { addressKnown, PostalFields } from '../apply/postal-fields.tsx'
import { TogetherFrame, togetherPath } from './frame.tsx'

const REGION = '这几件事属于哪个村或社区'
const DELIVERY = '办好以后怎样拿结果'

/** The two questions beside the form, asked once for all. */
export function whereForm({ deliveries }: TogetherView): FormSchema {
  return {
    title: '在哪办',
    fields: [
      { name: 'region', label: REGION, type: 'region', required: true },
      ...(deliveries.length === 0
        ? []
        : [
            {
              ...{ name: 'delivery', label: DELIVERY, type: 'choice' as const, required: true },
              options: deliveries.map((value) => ({ value, label: deliveryWords[value] })),
            },
          ]),
    ],
  }
}

export function TogetherWherePage({
  visit,
  view,
  regions,
  problems = [],
}: {
  visit: Visit
  view: TogetherView
  regions: readonly RegionOption[]
  problems?: readonly Problem[]
}): VNode {
  const { deliveries, region = visit.region ?? '' } = view
  return (
    <TogetherFrame visit={visit} view={view} step="where" title="在哪办" problems={problems}>
      {deliveries.length === 0 && (
        <NoticeBox tone="warn" title="这几件事拿结果的方式不一样">
          <p>请到每件事自己的草稿里选。</p>
        </NoticeBox>
      )}
      <form method="post" action={togetherPath(view.id, 'where')} noValidate>
        <CsrfField visit={visit} />
        <RegionField
          id="field-region"
          name="region"
          label={REGION}
          required
          whole
          chosen={region}
          regions={regions}
          {...errorAt(problems, 'field-region')}
        />
        {deliveries.length > 0 && <Delivery view={view} problems={problems} />}
        <ButtonRow>
          <Button>保存并继续</Button>
        </ButtonRow>
      </form>
    </TogetherFrame>
  )
}

/** One answer for all of them; by post, one address. */
function Delivery({ view, problems }: { view: TogetherView; problems: readonly Problem[] }): VNode {
  const { deliveries, delivery, postal, form, values } = view
  return (
    <ChoiceField
      id="field-delivery"
      name="delivery"
      label={DELIVERY}
      required
      choices={deliveries.map((mode) => ({
        value: mode,
        label: deliveryWords[mode],
        ...(mode === 'post'
          ? {
              hint: freightWords,
              conditional: <PostalFields postal={postal ?? addressKnown(form, values)} problems={problems} />,
            }
          : {}),
      }))}
      chosen={[delivery ?? (deliveries.length === 1 ? deliveries[0]! : '')]}
      {...errorAt(problems, 'field-delivery')}
    />
  )
}
