import type { VNode } from 'preact'
import type { FormSchema, RegionOption, TogetherView } from '#capabilities/portal/contract.ts'
import { Button, ButtonRow, formProblems, NoticeBox, SchemaFields } from '#ui/components/index.ts'
import type { FormError } from '#ui/form/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField } from '../../layout.tsx'
import { deliveryWords } from '../../words.ts'
import { TogetherFrame, togetherPath } from './frame.tsx'

/** The two questions beside the form, asked once for all. */
export function whereForm({ deliveries }: TogetherView): FormSchema {
  return {
    title: '在哪办',
    fields: [
      { name: 'region', label: '这几件事属于哪个村或社区', type: 'region', required: true },
      ...(deliveries.length === 0
        ? []
        : [
            {
              ...{ name: 'delivery', label: '办好以后怎样拿结果', type: 'choice' as const, required: true },
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
  errors = [],
}: {
  visit: Visit
  view: TogetherView
  regions: readonly RegionOption[]
  errors?: readonly Pick<FormError, 'field' | 'message'>[]
}): VNode {
  const { region = '', delivery = '' } = view
  return (
    <TogetherFrame visit={visit} view={view} step="where" title="在哪办" problems={formProblems(errors)}>
      {view.deliveries.length === 0 && (
        <NoticeBox tone="warn" title="这几件事拿结果的方式不一样">
          <p>请到每件事自己的草稿里选。</p>
        </NoticeBox>
      )}
      <form method="post" action={togetherPath(view.id, 'where')} noValidate>
        <CsrfField visit={visit} />
        <SchemaFields
          schema={whereForm(view)}
          values={{ region, delivery }}
          errors={errors}
          regions={regions}
        />
        <ButtonRow>
          <Button>保存并继续</Button>
        </ButtonRow>
      </form>
    </TogetherFrame>
  )
}
