import type { VNode } from 'preact'
import type { LicenceDetail } from '#capabilities/portal/contract.ts'
import {
  Button,
  ButtonRow,
  LinkButton,
  PageHeading,
  SchemaFields,
  type Problem,
} from '#ui/components/index.ts'
import { longDay } from '#ui/format/day.ts'
import type { FormValues } from '#ui/form/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, Layout, mattersTrail } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'
import { Parts } from '../case/parts.tsx'
import { licencePath } from './page.tsx'

export type LicenceAct = LicenceDetail['allowed'][number]

export const licenceActPath = (number: string, act: string): string => `${licencePath(number)}/acts/${act}`

export interface LicenceActProps {
  visit: Visit
  detail: LicenceDetail
  act: LicenceAct
  requestId: string
  values?: FormValues
  problems?: readonly Problem[]
}

/** What the holder may say before anything is decided about the licence: what is meant and why, then the own words. */
export function LicenceActPage(props: LicenceActProps): VNode {
  const { visit, detail, act, requestId, values = {}, problems = [] } = props
  const { number, name } = detail.summary
  const back = licencePath(number)
  const fields = [...(act.fields ?? [])]
  const starts = Object.fromEntries(
    fields.flatMap((field) => (field.start === undefined ? [] : [[field.name, field.start]])),
  )
  return (
    <Layout
      visit={visit}
      title={`${act.title}：${name}`}
      trail={[...mattersTrail, { text: '我的证照', href: '/my/licences' }, { text: name, href: back }]}
      problems={problems}
    >
      <PageHeading title={act.title} over={`${name}，${number}`}>
        {act.until !== undefined && <p>{`最晚${longDay(act.until)}。`}</p>}
        {act.help !== undefined && <p>{act.help}</p>}
        {act.lawful !== undefined && <p class="muted">{act.lawful}</p>}
      </PageHeading>
      <Parts parts={detail.parts.filter(({ key }) => key === 'intent')} />
      <form class="form-start" method="post" action={licenceActPath(number, act.act)} noValidate>
        <CsrfField visit={visit} />
        <input type="hidden" name="requestId" value={requestId} />
        <SchemaFields
          schema={{ title: act.title, fields }}
          values={{ ...starts, ...values }}
          errors={fields.flatMap((field) => {
            const { error } = errorAt(problems, `field-${field.name}`)
            return error === undefined ? [] : [{ field: field.name, message: error }]
          })}
          regions={[]}
        />
        <ButtonRow>
          <Button>{`提交${act.title}`}</Button>
          <LinkButton href={back} tone="normal">
            先不提，回到证照
          </LinkButton>
        </ButtonRow>
      </form>
    </Layout>
  )
}
