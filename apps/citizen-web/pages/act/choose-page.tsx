import type { VNode } from 'preact'
import { Button, ButtonRow, LinkButton, PageHeading, SchemaFields } from '#ui/components/index.ts'
import type { Problem } from '#ui/components/index.ts'
import { Layout, mattersTrail } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'
import { actPath, type ActPageProps } from './page.tsx'
import { firstQuestion } from './two-steps.ts'

/** The first of two pages: what it is about; nothing is kept yet, so it is fetched and not posted. */
export function ChoosePage({
  visit,
  detail: { summary },
  act,
  problems = [],
}: Pick<ActPageProps, 'visit' | 'detail' | 'act' | 'problems'>): VNode {
  const back = `/my/cases/${summary.no}`
  const first = firstQuestion(act)!
  const { error } = errorAt(problems, `field-${first.name}`)
  return (
    <Layout
      visit={visit}
      title={`${act.title}：${summary.itemName}`}
      trail={[...mattersTrail, { text: summary.itemName, href: back }]}
      problems={problems}
    >
      <PageHeading title={act.title} over={summary.itemName}>
        {act.help !== undefined && <p>{act.help}</p>}
        {act.lawful !== undefined && <p class="muted">{act.lawful}</p>}
      </PageHeading>
      <form method="get" action={actPath(summary.no, act.act)} noValidate>
        <SchemaFields
          schema={{ title: act.title, fields: [first] }}
          values={{}}
          errors={error === undefined ? [] : [{ field: first.name, message: error }]}
          regions={[]}
        />
        <ButtonRow>
          <Button>下一步</Button>
          <LinkButton href={back} tone="normal">
            先不办，回到办件
          </LinkButton>
        </ButtonRow>
      </form>
    </Layout>
  )
}

/** A first page sent on without a choice. */
export function notChosen(act: Parameters<typeof firstQuestion>[0]): Problem {
  const { name, label } = firstQuestion(act)!
  return { target: `field-${name}`, message: `请选择“${label}”` }
}
