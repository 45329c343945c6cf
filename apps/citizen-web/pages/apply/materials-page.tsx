import type { VNode } from 'preact'
import type { DraftView } from '#capabilities/portal/contract.ts'
import { Button, ButtonRow, MaterialRow, NoticeBox, type Problem } from '#ui/components/index.ts'
import { fileSize } from '#ui/format/quantity.ts'
import type { Visit } from '../../house.ts'
import { CsrfField } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'
import { copies } from '../guide/materials-table.tsx'
import { ApplyStep, stepPath } from './steps.tsx'

export interface MaterialsProps {
  visit: Visit
  draft: DraftView
  problems?: readonly Problem[]
  /** Somebody who lacks a paper has been told so and may go on without it. */
  mayGoOn?: boolean
}

export function MaterialsPage({ visit, draft, problems = [], mayGoOn = false }: MaterialsProps): VNode {
  const limit = fileSize(visit.house.options.fileLimit)
  return (
    <ApplyStep
      visit={visit}
      draft={draft}
      step="materials"
      title="交材料"
      lead={
        <p>{`可以用手机拍照，也可以传PDF或OFD文件，每个不超过${limit}。拍的时候四个角都要在照片里，字能看清。`}</p>
      }
      problems={problems}
    >
      <ul class="material-list">
        {draft.item.materials
          .filter((material) => !material.fromForm)
          .map((material) => (
            <MaterialRow
              key={material.id}
              id={material.id}
              name={material.name}
              necessity={material.necessity}
              requirement={material.acceptStandard}
              {...(material.when === undefined ? {} : { when: material.when })}
              copies={`窗口办理时：${copies(material)}`}
              files={(draft.files[material.id] ?? []).map(({ id, name, size }) => ({ id, name, size }))}
              uploadAction={`/apply/${draft.id}/materials/${material.id}`}
              removeAction={`/apply/${draft.id}/materials/${material.id}/remove`}
              csrfToken={visit.visitor.csrfToken}
              {...errorAt(problems, `material-${material.id}-file`)}
            />
          ))}
      </ul>
      <form method="post" action={stepPath(draft.id, 'materials')}>
        <CsrfField visit={visit} />
        {mayGoOn && (
          <NoticeBox tone="warn" title="缺的材料现在拿不出来？">
            <p>也可以先申请。窗口看过以后，会一次告诉您还要补什么，补齐了才开始算办理期限。</p>
          </NoticeBox>
        )}
        <p class="hint">选好文件要先按“上传”，看到“已上传”再按“下一步”。</p>
        <ButtonRow>
          <Button>下一步</Button>
          {mayGoOn && (
            <Button tone="normal" name="then" value="later">
              缺的以后补，先往下走
            </Button>
          )}
        </ButtonRow>
      </form>
    </ApplyStep>
  )
}
