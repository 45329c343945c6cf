import type { ComponentChildren, VNode } from 'preact'
import type { DraftStep, DraftView } from '#capabilities/portal/contract.ts'
import { NoticeBox, PageHeading, Progress, type Problem } from '#ui/components/index.ts'
import { dialogScript } from '#ui/components/dialog/dialog-script.ts'
import { moment } from '#ui/format/day.ts'
import type { Visit } from '../../house.ts'
import { homeTrail, Layout } from '../../layout.tsx'
import { DropDraft } from './drop-dialog.tsx'

const STEPS: readonly { step: DraftStep; title: string }[] = [
  { step: 'where', title: '在哪办' },
  { step: 'form', title: '填表' },
  { step: 'way', title: '怎样办' },
  { step: 'materials', title: '交材料' },
  { step: 'check', title: '核对提交' },
]

/** The way is asked only where there is a choice (告知承诺). */
function stepsOf(draft: DraftView): typeof STEPS {
  return draft.commitment === undefined ? STEPS.filter(({ step }) => step !== 'way') : STEPS
}

export function stepPath(draft: string, step: DraftStep): string {
  return `/apply/${draft}/${step}`
}

/** The frame of one step of an application: where one is, what changed since the draft was begun, the step itself. */
export function ApplyStep({
  visit,
  draft,
  step,
  title,
  lead,
  problems = [],
  scripts = [],
  children,
}: {
  visit: Visit
  draft: DraftView
  step: DraftStep
  title: string
  lead?: ComponentChildren
  problems?: readonly Problem[]
  scripts?: readonly string[]
  children: ComponentChildren
}): VNode {
  const steps = stepsOf(draft)
  const current = steps.findIndex((one) => one.step === step)
  const trail = [...homeTrail, { text: draft.item.name, href: `/items/${draft.item.id}` }]
  return (
    <Layout
      visit={visit}
      title={`${title}（第${current + 1}步，共${steps.length}步）${draft.item.name}`}
      trail={trail}
      problems={problems}
      shell={{ searchInHeader: false, scripts: [dialogScript.path, ...scripts] }}
    >
      <Progress
        steps={steps.map((one) => ({ title: one.title, href: stepPath(draft.id, one.step) }))}
        current={current}
      />
      <PageHeading title={title} over={`申请：${draft.item.name}`}>
        {lead}
      </PageHeading>
      <Changes draft={draft} />
      {children}
      <div class="apply-leave">
        <p class="muted">
          {`上次保存：${moment(draft.savedAt)}。每按一次“下一步”都会自动保存，中途离开，回来在“我的办件”里接着填。`}
        </p>
        <p>
          <a href={`/apply/${draft.id}/counter`}>不想在网上填了，到窗口接着办</a>
        </p>
        <DropDraft visit={visit} draft={draft} />
      </div>
    </Layout>
  )
}

function Changes({ draft }: { draft: DraftView }): VNode | null {
  if (draft.changes.length === 0) return null
  return (
    <div class="apply-changes">
      <NoticeBox tone="warn" title="您开始填表以后，这个事项有了变化">
        <ul>
          {draft.changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
        <p>已按新的要求显示，您填过的内容都还在，请核对一遍。</p>
      </NoticeBox>
    </div>
  )
}
