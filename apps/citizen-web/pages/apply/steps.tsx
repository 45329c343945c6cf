import type { ComponentChildren, VNode } from 'preact'
import type { DraftStep, DraftView } from '#capabilities/portal/contract.ts'
import { NoticeBox, PageHeading, Progress, type Problem } from '#ui/components/index.ts'
import { dialogScript } from '#ui/components/dialog/dialog-script.ts'
import { moment } from '#ui/format/day.ts'
import type { Visit } from '../../house.ts'
import { homeTrail, Layout } from '../../layout.tsx'
import { DropDraft } from './drop-dialog.tsx'
import { formParts, stepsOf } from './progress.ts'

/** The frame of one step of an application: where one is, what changed since the draft was begun, the step itself. */
export function ApplyStep({
  visit,
  draft,
  step,
  part,
  title,
  lead,
  problems = [],
  scripts = [],
  children,
}: {
  visit: Visit
  draft: DraftView
  step: DraftStep
  /** The page of the form, where it is filled in on several. */
  part?: string
  title: string
  lead?: ComponentChildren
  problems?: readonly Problem[]
  scripts?: readonly string[]
  children: ComponentChildren
}): VNode {
  const steps = stepsOf(draft)
  const current = steps.findIndex((one) => one.step === step)
  const parts = part === undefined ? [] : formParts(draft)
  const at = parts.findIndex(({ key }) => key === part)
  const trail = [...homeTrail, { text: draft.item.name, href: `/items/${draft.item.id}` }]
  const where =
    at < 0
      ? `第${current + 1}步，共${steps.length}步`
      : `${steps[current]!.title}第${at + 1}页，共${parts.length}页`
  return (
    <Layout
      visit={visit}
      title={`${title}（${where}）${draft.item.name}`}
      trail={trail}
      problems={problems}
      shell={{ searchInHeader: false, scripts: [dialogScript.path, ...scripts] }}
    >
      <Progress
        steps={steps}
        current={current}
        {...(at < 0 ? {} : { pages: { steps: parts, current: at } })}
      />
      <PageHeading title={title} over={`申请：${draft.item.name}`}>
        {lead}
      </PageHeading>
      <Changes draft={draft} />
      {children}
      <div class="apply-leave">
        <p class="muted">
          {`上次保存：${moment(draft.savedAt)}。每一步按“保存并继续”就存好了。中途离开的，回来在“我的办件”里接着填。`}
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
