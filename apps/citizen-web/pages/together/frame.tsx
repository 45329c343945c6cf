import type { ComponentChildren, VNode } from 'preact'
import type { TogetherView } from '#capabilities/portal/contract.ts'
import { NoticeBox, PageHeading, Progress, type Problem } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { homeTrail, Layout } from '../../layout.tsx'

export type TogetherStep = 'where' | 'form' | 'papers' | 'check'

const STEPS: readonly { step: TogetherStep; title: string }[] = [
  { step: 'where', title: '在哪办' },
  { step: 'form', title: '填一张表' },
  { step: 'papers', title: '交材料' },
  { step: 'check', title: '核对提交' },
]

export const togetherPath = (id: string, step: TogetherStep | 'done' | 'leave-out'): string =>
  `/together/${id}/${step}`

/** The frame of one step of several applications made together. */
export function TogetherFrame({
  visit,
  view,
  step,
  title,
  lead,
  problems = [],
  scripts = [],
  children,
}: {
  visit: Visit
  view: TogetherView
  step: TogetherStep
  title: string
  lead?: ComponentChildren
  problems?: readonly Problem[]
  scripts?: readonly string[]
  children: ComponentChildren
}): VNode {
  const current = STEPS.findIndex((one) => one.step === step)
  const steps = STEPS.map((one) => ({ title: one.title, href: togetherPath(view.id, one.step) }))
  return (
    <Layout
      visit={visit}
      title={`${title}（第${current + 1}步，共${STEPS.length}步）${view.title}`}
      trail={homeTrail}
      problems={problems}
      shell={{ searchInHeader: false, scripts }}
    >
      <Progress steps={steps} current={current} />
      <PageHeading
        title={title}
        over={`一起办：${openOf(view)
          .map(({ itemName }) => itemName)
          .join('、')}`}
      >
        {lead}
      </PageHeading>
      <Changes view={view} />
      {children}
      <p class="muted form-start">
        每一步按“保存并继续”就存好了。中途离开的，每件事的草稿都在“我的办件”里，也可以一件一件接着填。
      </p>
    </Layout>
  )
}

export const openOf = ({ drafts }: TogetherView): TogetherView['drafts'] =>
  drafts.filter(({ no }) => no === undefined)

/** What is different since each of them was begun. */
function Changes({ view }: { view: TogetherView }): VNode | null {
  const changed = openOf(view).filter(({ changes }) => changes.length > 0)
  if (changed.length === 0) return null
  return (
    <NoticeBox tone="warn" title="您开始填表以后，事项有了变化">
      <ul>
        {changed.flatMap(({ itemName, changes }) =>
          changes.map((change) => <li key={`${itemName}${change}`}>{`《${itemName}》：${change}`}</li>),
        )}
      </ul>
      <p>已按新的要求显示，您填过的内容都还在，请核对一遍。</p>
    </NoticeBox>
  )
}
