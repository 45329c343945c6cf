import type { VNode } from 'preact'
import type { FoundItem } from '#capabilities/portal/contract.ts'
import {
  Button,
  ButtonRow,
  ChoiceField,
  EmptyState,
  PageHeading,
  type Problem,
} from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, homeTrail, Layout } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'

export const CHOSEN = 'field-items'

/** Which of the matters of a scene somebody wants at once. */
export function ChoosePage({
  visit,
  scene,
  title,
  items,
  chosen = [],
  problems = [],
}: {
  visit: Visit
  scene: string
  title: string
  items: readonly FoundItem[]
  chosen?: readonly string[]
  problems?: readonly Problem[]
}): VNode {
  return (
    <Layout
      visit={visit}
      title={`几件事一起办：${title}`}
      trail={[...homeTrail, { text: title, href: `/scenes/${scene}` }]}
      problems={problems}
    >
      <PageHeading title="几件事一起办" over={title}>
        <p>
          选好要办的几件，只填一张表，同样的内容只填一遍，同样的材料只交一份。提交以后每件各有一个办件编号。
        </p>
      </PageHeading>
      {items.length < 2 ? (
        <EmptyState title="这里能在网上办的不到两件">
          <p>
            请<a href={`/scenes/${scene}`}>看看这里的事项</a>，一件一件办。
          </p>
        </EmptyState>
      ) : (
        <form method="post" action={`/scenes/${scene}/together`} noValidate>
          <CsrfField visit={visit} />
          <ChoiceField
            id={CHOSEN}
            name="items"
            label="要一起办哪几件"
            hint="选两件到六件"
            required
            many
            choices={items.map(({ id, called, name }) => ({
              value: id,
              label: called,
              ...(called === name ? {} : { hint: name }),
            }))}
            chosen={chosen}
            {...errorAt(problems, CHOSEN)}
          />
          <ButtonRow>
            <Button>下一步</Button>
          </ButtonRow>
        </form>
      )}
    </Layout>
  )
}
