import type { VNode } from 'preact'
import type { DraftView, PlaceView, RegionOption } from '#capabilities/portal/contract.ts'
import {
  Button,
  ButtonRow,
  ChoiceField,
  LinkButton,
  LongTextField,
  NoticeBox,
  SummaryList,
  type Problem,
  type SummaryRow,
} from '#ui/components/index.ts'
import { describe, regionName, type Answer } from '#ui/form/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'
import { deliveryWords, freightWords } from '../../words.ts'
import { Spared } from './materials-page.tsx'
import { notUploaded } from './not-uploaded.ts'
import { formParts, questionPath, stepPath } from './progress.ts'
import { ApplyStep } from './steps.tsx'

export interface CheckProps {
  visit: Visit
  draft: DraftView
  regions: readonly RegionOption[]
  places: readonly PlaceView[]
  /** Made with the page: pressing twice files once. */
  requestId: string
  /** Ticked before the page came back with something to mend. */
  keep?: boolean
  /** The same is under way already: why once more, as far as it was written. */
  again?: string
  problems?: readonly Problem[]
}

export function CheckPage(props: CheckProps): VNode {
  const { visit, draft, regions, places, requestId, keep = false, again, problems = [] } = props
  const answers = describe(draft.item.form, draft.values, { regions })
  return (
    <ApplyStep visit={visit} draft={draft} step="check" title="核对一遍再提交" problems={problems}>
      <section class="check-part" aria-labelledby="check-where">
        <h2 id="check-where">在哪里办</h2>
        <SummaryList rows={whereRows(draft, regions, places, problems)} />
      </section>
      {formParts(draft).map(({ key, title, fields }) => (
        <section key={key} class="check-part" aria-labelledby={`check-${key}`}>
          <h2 id={`check-${key}`}>{title}</h2>
          <SummaryList
            rows={answers
              .filter(({ field }) => fields.some(({ name }) => name === field))
              .map((answer) => answerRow(draft, answer, problems))}
          />
        </section>
      ))}
      <section class="check-part" aria-labelledby="check-materials">
        <h2 id="check-materials">交的材料</h2>
        <SummaryList rows={materialRows(draft, problems)} />
      </section>
      <Spared draft={draft} />
      <form method="post" action={stepPath(draft.id, 'check')} class="check-submit">
        <CsrfField visit={visit} />
        <input type="hidden" name="requestId" value={requestId} />
        <StillMissing draft={draft} />
        {again !== undefined && <OnceMore again={again} problems={problems} />}
        <KeepForNextTime keep={keep} />
        <NoticeBox title="提交就是正式申请">
          <p>
            请确认所填内容和所交材料真实。提交以后会给您一个办件编号，窗口会按期限处理，缺什么会一次告诉您。
          </p>
        </NoticeBox>
        <ButtonRow>
          <Button>确认提交</Button>
          <LinkButton href={stepPath(draft.id, 'materials')} tone="normal">
            上一步
          </LinkButton>
        </ButtonRow>
      </form>
    </ApplyStep>
  )
}

/** Mostly a mistake: whoever means it says why, and the application goes through. */
function OnceMore({ again, problems }: { again: string; problems: readonly Problem[] }): VNode {
  return (
    <LongTextField
      id="field-again"
      name="again"
      label="为什么还要再申请一件"
      hint="至少4个字，例如“前一件是替孩子申请的”。不想再申请的，不用提交，到“我的办件”看进度。"
      required
      rows={3}
      maxLength={200}
      value={again}
      {...errorAt(problems, 'field-again')}
    />
  )
}

/** Consent of its own (单独同意), off unless somebody ticks it; the application goes through either way. */
function KeepForNextTime({ keep }: { keep: boolean }): VNode {
  return (
    <ChoiceField
      id="field-keep"
      name="keep"
      label="下次少填一点"
      required={false}
      many
      choices={[
        {
          value: 'yes',
          label: '同意把这次填的地址等内容加密保存，下次申请时问我要不要用',
          hint: '只在您自己申请时用来预填，不给别人看。随时可以到“我的数据”里查看、删除或者收回同意。不同意也不影响办理。',
        },
      ]}
      chosen={keep ? ['yes'] : []}
    />
  )
}

/** What is not there yet, said before filing and not only afterwards. */
function StillMissing({ draft }: { draft: DraftView }): VNode | null {
  const missing = notUploaded(draft)
  if (missing.length === 0) return null
  return (
    <NoticeBox tone="warn" title={`还缺${missing.length}样材料`}>
      <ul>
        {missing.map(({ id, name }) => (
          <li key={id}>
            <a href={`${stepPath(draft.id, 'materials')}#material-${id}`}>{name}</a>
          </li>
        ))}
      </ul>
      <p>现在有就先去上传。没有也可以先提交，窗口会一次告诉您还要补什么，补齐了才开始算办理期限。</p>
    </NoticeBox>
  )
}

function whereRows(
  draft: DraftView,
  regions: readonly RegionOption[],
  places: readonly PlaceView[],
  problems: readonly Problem[],
): SummaryRow[] {
  const row = (label: string, content: string, field: string): SummaryRow => ({
    ...{ label, content, ...wrongAt(problems, `field-${field}`) },
    change: `${stepPath(draft.id, 'where')}?back=check#field-${field}`,
  })
  const place = places.find((candidate) => candidate.id === draft.acceptPlace)
  return [
    row('属于哪里', regionName(regions, draft.region ?? '') ?? '还没有选', 'region'),
    row('收材料的地方', place?.name ?? '还没有选', 'acceptPlace'),
    row('怎样拿结果', draft.delivery === undefined ? '还没有选' : deliveryWords[draft.delivery], 'delivery'),
    ...(draft.delivery === 'post' ? [row('寄给', postalLine(draft), 'postalReceiver')] : []),
    ...(draft.commitment === undefined
      ? []
      : [
          {
            label: '办理方式',
            content: draft.way === 'commitment' ? '告知承诺：承诺书已看完并确认' : '一般办理',
            change: `${stepPath(draft.id, 'way')}?back=check`,
          },
        ]),
  ]
}

function postalLine({ postal }: DraftView): string {
  const parts = [postal?.receiver, postal?.phone, postal?.address].filter(Boolean)
  return parts.length === 0 ? '还没有写' : `${parts.join('，')}。${freightWords}`
}

function answerRow(draft: DraftView, answer: Answer, problems: readonly Problem[]): SummaryRow {
  return {
    label: answer.label,
    content: answer.text,
    ...wrongAt(problems, `field-${answer.field}`),
    change: `${questionPath(draft.id, answer.field, { back: true })}#field-${answer.field}`,
  }
}

function materialRows(draft: DraftView, problems: readonly Problem[]): SummaryRow[] {
  return draft.papers.asked.map(({ material }) => {
    const names = (draft.files[material.id] ?? []).map((file) => file.name)
    return {
      label: material.name,
      content: names.length > 0 ? names.join('\n') : '没有上传',
      ...wrongAt(problems, `material-${material.id}-file`),
      change: `${stepPath(draft.id, 'materials')}#material-${material.id}`,
    }
  })
}

/** What filing found wrong stands beside its answer too; the summary leads to the step where it is put right. */
function wrongAt(problems: readonly Problem[], anchor: string): { wrong?: string } {
  const found = problems.find(({ target }) => target?.endsWith(`#${anchor}`))
  return found === undefined ? {} : { wrong: found.message }
}
