import type { VNode } from 'preact'
import type { PublicityNotice } from '#capabilities/case/contract.ts'
import {
  Button,
  ButtonRow,
  LinkButton,
  LongTextField,
  PageHeading,
  SummaryList,
  TextField,
  type Problem,
} from '#ui/components/index.ts'
import { longDay } from '#ui/format/day.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, Layout } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'
import { objectingPath, publicityTrail } from './paths.ts'

/** What somebody writes; nothing beside the text is asked for. */
export interface Objecting {
  text: string
  from: string
  contact: string
}

export const TEXT_MAX = 1000
export const NAME_MAX = 60

export interface ObjectingProps {
  visit: Visit
  notice: PublicityNotice
  said?: Objecting
  problems?: readonly Problem[]
}

/** 提出公示异议: what it is about, what to write, and who will read it. */
export function ObjectingPage({ visit, notice, said, problems = [] }: ObjectingProps): VNode {
  const { text = '', from = '', contact = '' } = said ?? {}
  return (
    <Layout
      visit={visit}
      title="提出公示异议"
      trail={publicityTrail}
      problems={problems}
      shell={{ searchInHeader: false }}
    >
      <PageHeading title="对这项公示提出异议">
        <p>
          写清楚哪里和事实不一样、您怎么知道的。办理机关核实以后才能作出决定。可以不留姓名，申请人看不到是谁提的。
        </p>
      </PageHeading>
      <SummaryList rows={noticeRows(notice)} />
      <form class="form-start" method="post" action={objectingPath(notice.id)} noValidate>
        <CsrfField visit={visit} />
        <LongTextField
          id="field-text"
          name="text"
          label="异议内容"
          hint="至少4个字。不要写自己的身份证号和银行账号。"
          required
          rows={6}
          maxLength={TEXT_MAX}
          value={text}
          {...errorAt(problems, 'field-text')}
        />
        <TextField
          id="field-from"
          name="from"
          label="姓名"
          hint="不想留姓名的，空着。"
          required={false}
          width="middle"
          maxLength={NAME_MAX}
          value={from}
        />
        <TextField
          id="field-contact"
          name="contact"
          label="联系电话"
          hint="留下电话，办理机关需要时可以找您了解情况。"
          required={false}
          width="middle"
          inputMode="tel"
          maxLength={NAME_MAX}
          value={contact}
        />
        <p class="muted">
          提交要登录，是为了给您回执、让您在“我的办件”里看到核实结果。办理机关看到的只有您在上面写的内容，看不到您的账号；申请人只知道有人提了异议。
        </p>
        <ButtonRow>
          <Button name="step" value="look">
            下一步：核对
          </Button>
          <LinkButton href="/publicity" tone="normal">
            先不提
          </LinkButton>
        </ButtonRow>
      </form>
    </Layout>
  )
}

/** Read once more before it goes out: said is said. */
export function ObjectionToConfirmPage({
  visit,
  notice,
  said,
  requestId,
}: ObjectingProps & { said: Objecting; requestId: string }): VNode {
  return (
    <Layout visit={visit} title="核对后提交异议" trail={publicityTrail} shell={{ searchInHeader: false }}>
      <PageHeading title="请核对，没有错再提交">
        <p>提交以后不能修改；还有要补充的，可以再提一条。</p>
      </PageHeading>
      <SummaryList
        rows={[
          ...noticeRows(notice),
          { label: '异议内容', content: said.text },
          { label: '姓名', content: said.from === '' ? '不留姓名' : said.from },
          { label: '联系电话', content: said.contact === '' ? '没有留' : said.contact },
        ]}
      />
      <form class="form-start" method="post" action={objectingPath(notice.id)}>
        <CsrfField visit={visit} />
        <input type="hidden" name="requestId" value={requestId} />
        {Object.entries(said).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ButtonRow>
          <Button name="step" value="send">
            确认提交
          </Button>
          <Button name="step" value="mend" tone="normal">
            返回修改
          </Button>
        </ButtonRow>
      </form>
    </Layout>
  )
}

const noticeRows = ({ item, applicant, town, number, body, text, until }: PublicityNotice) => [
  { label: '公示事项', content: `${item}，公示编号${number}` },
  { label: '申请人', content: town === undefined ? applicant : `${applicant}，${town}` },
  { label: '公示内容', content: text },
  { label: '办理机关', content: body },
  { label: '最晚哪天提', content: longDay(until) },
]
