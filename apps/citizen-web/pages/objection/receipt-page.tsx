import type { VNode } from 'preact'
import type { ObjectionView } from '#capabilities/portal/contract.ts'
import {
  ButtonRow,
  LinkButton,
  LinkList,
  NoticeBox,
  PageHeading,
  SummaryList,
  type LinkLine,
} from '#ui/components/index.ts'
import { day, dayOf, moment, shortDay } from '#ui/format/day.ts'
import type { Visit } from '../../house.ts'
import { Layout, mattersTrail } from '../../layout.tsx'
import { objectionPath } from './paths.ts'

/** 公示异议回执: what was said, when, to whom, under which number, and what came of it. */
export function ObjectionPage({ visit, objection }: { visit: Visit; objection: ObjectionView }): VNode {
  const { number, item, applicant, town, body, at, text, from, contact } = objection
  return (
    <Layout visit={visit} title="公示异议回执" trail={mattersTrail} shell={{ current: 'matters' }}>
      <PageHeading title="公示异议回执" over={item} />
      <Standing objection={objection} />
      <SummaryList
        rows={[
          { label: '回执编号', content: <span class="figures">{number}</span> },
          { label: '提出时间', content: moment(at) },
          { label: '公示事项', content: item },
          { label: '申请人', content: [applicant, town].filter(Boolean).join('，') },
          { label: '办理机关', content: body },
          { label: '异议内容', content: text },
          { label: '姓名', content: from ?? '没有留姓名' },
          { label: '联系电话', content: contact ?? '没有留' },
        ]}
      />
      <ButtonRow>
        <LinkButton href="/my">回到我的办件</LinkButton>
        <LinkButton href="/publicity" tone="normal">
          看公示公告
        </LinkButton>
      </ButtonRow>
      <p class="muted no-print">这就是回执。要留纸质的，打印本页，或者抄下回执编号。</p>
    </Layout>
  )
}

function Standing({ objection }: { objection: ObjectionView }): VNode {
  const { body, answer, enquiryPhone, complaintPhone } = objection
  const phones = `想问详细情况，请打${enquiryPhone}，说回执编号；监督投诉${complaintPhone}。`
  if (answer === undefined)
    return (
      <NoticeBox tone="good" title="异议已经收到，正在核实" live>
        <p>{`由${body}核实，核实完才能作出决定。现在不用您做什么，结果会写在这里。`}</p>
        <p>{phones}</p>
      </NoticeBox>
    )
  return (
    <NoticeBox title={answer.upheld ? '核实结果：异议成立' : '核实结果：异议不成立'}>
      <p>
        {`${day(answer.day)}核实完毕。${answer.upheld ? '办理机关会按核实的情况作出决定。' : '没有发现与公示不符的情况。'}核实的经过涉及别人的个人信息，不在网上写明。`}
      </p>
      <p>{phones}</p>
    </NoticeBox>
  )
}

/** What one has said against publicities, in a list of one's own matters. */
export function Objections({ objections }: { objections: readonly ObjectionView[] }): VNode | null {
  if (objections.length === 0) return null
  return (
    <section class="matters-drafts" aria-labelledby="objections">
      <h2 id="objections">我提出的公示异议</h2>
      <LinkList lines={objections.map(objectionLine)} />
    </section>
  )
}

function objectionLine({ id, item, applicant, town, at, body, answer, number }: ObjectionView): LinkLine {
  const stands = answer === undefined ? `由${body}核实` : `已核实，异议${answer.upheld ? '成立' : '不成立'}`
  return {
    href: objectionPath(id),
    text: `${item}：${[applicant, town].filter(Boolean).join('，')}`,
    aside: `${shortDay(dayOf(at))}提出`,
    note: `${stands}，回执编号${number}。`,
  }
}
