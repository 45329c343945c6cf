import type { VNode } from 'preact'
import type { RegionOption, TogetherView } from '#capabilities/portal/contract.ts'
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
import { describe } from '#ui/form/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'
import { deliveryWords } from '../../words.ts'
import { openOf, TogetherFrame, togetherPath } from './frame.tsx'

/** Everything once more before all of it is handed in. */
export function TogetherCheckPage({
  visit,
  view,
  regions,
  again,
  problems = [],
}: {
  visit: Visit
  view: TogetherView
  regions: readonly RegionOption[]
  /** One of them is under way already: why once more. */
  again?: string
  problems?: readonly Problem[]
}): VNode {
  const answers = describe(view.form, view.values, { regions })
  const sections = [...new Set(answers.map(({ section }) => section ?? view.title))]
  const lacking = view.papers.filter(({ needed, files }) => needed && files.length === 0)
  return (
    <TogetherFrame visit={visit} view={view} step="check" title="核对一遍再提交" problems={problems}>
      <section class="check-part" aria-labelledby="check-items">
        <h2 id="check-items">一起提交的事</h2>
        <SummaryList
          rows={openOf(view).map(({ itemName, place, id }) => ({
            label: itemName,
            content: place === undefined ? '还没有选收材料的地方' : `由${place.name}收材料`,
            change: `/apply/${id}/where`,
          }))}
        />
        {openOf(view).length > 1 && <LeaveOut visit={visit} view={view} />}
      </section>
      <section class="check-part" aria-labelledby="check-where">
        <h2 id="check-where">办好以后怎样拿结果</h2>
        <SummaryList rows={whereRows(view)} />
      </section>
      {sections.map((section, at) => (
        <section key={section} class="check-part" aria-labelledby={`check-${at}`}>
          <h2 id={`check-${at}`}>{section}</h2>
          <SummaryList
            rows={answers
              .filter((answer) => (answer.section ?? view.title) === section)
              .map(({ field, label, text }) => ({
                label,
                content: text,
                change: `${togetherPath(view.id, 'form')}#field-${field}`,
              }))}
          />
        </section>
      ))}
      <section class="check-part" aria-labelledby="check-papers">
        <h2 id="check-papers">交的材料</h2>
        <SummaryList
          rows={view.papers.map(({ name, files }) => ({
            label: name,
            content: files.length === 0 ? '没有交' : `${files.length}个文件`,
            change: togetherPath(view.id, 'papers'),
          }))}
        />
      </section>
      <form method="post" action={togetherPath(view.id, 'check')} class="check-submit">
        <CsrfField visit={visit} />
        {lacking.length > 0 && (
          <NoticeBox tone="warn" title={`还缺${lacking.length}样材料`}>
            <p>{`${lacking.map(({ name }) => name).join('、')}。现在提交的，窗口会一次告诉您要补什么。`}</p>
          </NoticeBox>
        )}
        {again !== undefined && (
          <LongTextField
            id="field-again"
            name="again"
            label="其中有一件您已经申请过，还没办完。为什么再申请一次"
            required
            value={again}
            maxLength={200}
            {...errorAt(problems, 'field-again')}
          />
        )}
        <ChoiceField
          id="field-keep"
          name="keep"
          label="下次少填一些"
          required={false}
          many
          choices={[
            { value: 'yes', label: '同意保留我填的内容，下次办事时预填（随时可以在“我的数据”里删除）' },
          ]}
          chosen={[]}
        />
        <NoticeBox title="提交就是正式申请">
          <p>
            请确认所填内容和所交材料真实。几件事一起提交，有一件不能提交的，就都不提交；提交以后每件各有一个办件编号，各自办理。
          </p>
        </NoticeBox>
        <ButtonRow>
          <Button>{`确认提交${openOf(view).length}件`}</Button>
          <LinkButton href={togetherPath(view.id, 'papers')} tone="normal">
            上一步
          </LinkButton>
        </ButtonRow>
      </form>
    </TogetherFrame>
  )
}

/** One answer for all of them, where all of them offer it. */
function whereRows({ id, delivery, deliveries, postal = {} }: TogetherView): SummaryRow[] {
  if (deliveries.length === 0) return [{ label: '怎样拿', content: '在每件事自己的草稿里选' }]
  const change = togetherPath(id, 'where')
  const how = delivery === undefined ? '还没有选' : deliveryWords[delivery]
  const rows = [{ label: '怎样拿', content: how, change }]
  if (delivery !== 'post') return rows
  const { receiver = '', phone = '', address = '' } = postal
  return [...rows, { label: '寄给谁，寄到哪里', content: `${receiver}，${phone}，${address}`, change }]
}

function LeaveOut({ visit, view }: { visit: Visit; view: TogetherView }): VNode {
  return (
    <form method="post" action={togetherPath(view.id, 'leave-out')}>
      <CsrfField visit={visit} />
      <ButtonRow>
        {openOf(view).map(({ id, itemName }) => (
          <Button key={id} tone="normal" name="draft" value={id}>{`先不办“${itemName}”`}</Button>
        ))}
      </ButtonRow>
    </form>
  )
}
