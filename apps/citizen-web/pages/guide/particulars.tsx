import type { ComponentChildren, VNode } from 'preact'
import type { GuideView, ItemVersion } from '#capabilities/portal/contract.ts'
import { Disclosure, SummaryList, type SummaryRow } from '#ui/components/index.ts'
import { day } from '#ui/format/day.ts'
import { Files } from './files.tsx'
import { Statistics } from './statistics.tsx'
import {
  deliveryWords,
  levelWords,
  onlineDepthWords,
  powerSourceWords,
  projectTypeWords,
  resultTypeWords,
} from '../../words.ts'

/** Everything else a guide must say, folded below the five answers; paper shows open what helps on the way to a window. */
export function Particulars({ view }: { view: GuideView }): VNode {
  const { item } = view
  return (
    <section class="guide-section" aria-labelledby="more">
      <h2 id="more">其他要知道的</h2>
      <Part id="result" title="办好以后拿到什么">
        <SummaryList rows={resultRows(item)} />
        <Files view={view} only={['result-sample']} />
      </Part>
      {item.faq.length > 0 && (
        <Part id="faq" title={`大家常问（${item.faq.length}个问题）`}>
          <p class="muted">{`最近更新：${day(view.faqSince)}`}</p>
          <dl class="guide-faq">
            {item.faq.map((line) => (
              <div key={line.question}>
                <dt>{line.question}</dt>
                <dd>{line.answer}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      <Errors item={item} />
      {view.statistics !== undefined && (
        <Part id="statistics" title="办理情况" screen>
          <Statistics of={view.statistics} />
        </Part>
      )}
      <Part id="ask" title="问谁，向谁反映，不服怎么办">
        <SummaryList rows={contactRows(item)} />
      </Part>
      <Part id="rights" title="您的权利和义务">
        <ul>
          {item.rightsAndDuties.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Part>
      <Part id="basis" title={`依据的法律法规（${item.legalBasis.length}条）`}>
        <div class="guide-bases">
          {item.legalBasis.map((basis) => (
            <Basis key={`${basis.law}${basis.article}`} basis={basis} />
          ))}
        </div>
      </Part>
      <Part id="record" title="事项登记信息" screen>
        <SummaryList rows={recordRows(view)} />
      </Part>
    </section>
  )
}

/** What people often get wrong on their papers, and how it is right (常见错误示例). */
function Errors({ item }: { item: ItemVersion }): VNode | null {
  const errors = item.guide?.commonErrors ?? []
  if (errors.length === 0) return null
  return (
    <Part id="errors" title={`容易弄错的地方（${errors.length}处）`}>
      <dl class="guide-faq">
        {errors.map(({ wrong, right }) => (
          <div key={wrong}>
            <dt>{`错：${wrong}`}</dt>
            <dd>{`对：${right}`}</dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}

/** The anchor stands inside, so that a link to it opens what is folded. */
function Part({
  id,
  title,
  screen = false,
  children,
}: {
  id: string
  title: string
  /** Nothing that anybody needs on the way to a window; the PDF has it. */
  screen?: boolean
  children: ComponentChildren
}): VNode {
  const part = (
    <Disclosure summary={title}>
      <div id={id} class="guide-part stack">
        {children}
      </div>
    </Disclosure>
  )
  return screen ? <div class="no-print">{part}</div> : part
}

function Basis({ basis }: { basis: ItemVersion['legalBasis'][number] }): VNode {
  const source = [
    basis.documentNumber,
    basis.issuer,
    basis.effectiveDate && `${day(basis.effectiveDate)}起施行`,
  ]
  return (
    <Disclosure summary={`${basis.law}${basis.article}`}>
      <p class="muted">{source.filter(Boolean).join('，')}</p>
      <p class="guide-law">{basis.text}</p>
      {!basis.verified && <p class="muted">这一条的原文还在核对。</p>}
    </Disclosure>
  )
}

function resultRows(item: ItemVersion): SummaryRow[] {
  const { result } = item
  return [
    { label: '结果', content: `${result.name}（${resultTypeWords[result.type]}）` },
    ...(result.validity === undefined ? [] : [{ label: '有效期', content: result.validity }]),
    { label: '怎样拿', content: item.delivery.map((mode) => deliveryWords[mode]).join('，或者') },
    ...(result.sampleNote === undefined ? [] : [{ label: '样子', content: result.sampleNote }]),
  ]
}

function contactRows(item: ItemVersion): SummaryRow[] {
  const { reconsideration, litigation, own } = item.remedies
  const contacts = [
    { label: '咨询', content: item.enquiryPhone },
    { label: '监督投诉', content: item.complaintPhone },
  ]
  if (own !== undefined) return [...contacts, { label: '不服决定', content: own }]
  return [
    ...contacts,
    {
      label: '不服决定，申请行政复议',
      content: `知道决定之日起${reconsideration.days}日内，向${reconsideration.body}申请（${reconsideration.basis}）`,
    },
    {
      label: '或者提起行政诉讼',
      content: `知道决定之日起${litigation.months}个月内，向${litigation.court}起诉（${litigation.basis}）`,
    },
  ]
}

function recordRows({ item, itemTypeTitle, decidingBodyName, draftedBy }: GuideView): SummaryRow[] {
  const rows: (SummaryRow | undefined)[] = [
    {
      label: '基本编码',
      content: item.codes.verified ? item.codes.catalogCode : `${item.codes.catalogCode}（待核对）`,
    },
    { label: '事项类型', content: itemTypeTitle },
    { label: '办件类型', content: projectTypeWords[item.projectType] },
    { label: '决定机关', content: decidingBodyName },
    { label: '指南编制单位', content: draftedBy },
    { label: '指南发布日期', content: `${day(item.effectiveFrom)}起使用（第${item.version}版）` },
    item.entrustingBody === undefined ? undefined : { label: '委托机关', content: item.entrustingBody },
    item.powerSource === undefined
      ? undefined
      : { label: '权力来源', content: powerSourceWords[item.powerSource] },
    { label: '行使层级', content: item.useLevels.map((level) => levelWords[level]).join('、') },
    { label: '数量限制', content: item.quantityLimit ?? '没有数量限制' },
    { label: '中介服务', content: item.intermediaryServices ?? '不需要中介服务' },
    item.onlineDepth.length === 0
      ? undefined
      : {
          label: '网上能办到哪一步',
          content: item.onlineDepth.map((depth) => onlineDepthWords[depth]).join('、'),
        },
  ]
  return rows.filter((row) => row !== undefined)
}
