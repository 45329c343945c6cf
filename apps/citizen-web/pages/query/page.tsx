import type { VNode } from 'preact'
import type { CaseProgress } from '#capabilities/portal/contract.ts'
import {
  Button,
  ButtonRow,
  ClockBox,
  LinkButton,
  PageHeading,
  StatusTag,
  StepList,
  SummaryList,
  TextField,
  type Problem,
} from '#ui/components/index.ts'
import { dayOf, day } from '#ui/format/day.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, homeTrail, Layout } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'
import { inPlainWords } from '../../words.ts'

export interface QueryProps {
  visit: Visit
  no?: string
  problems?: readonly Problem[]
}

/** Progress without an account: the number and the code that stand on the receipt. */
export function QueryPage({ visit, no = '', problems = [] }: QueryProps): VNode {
  return (
    <Layout
      visit={visit}
      title="查进度"
      trail={homeTrail}
      problems={problems}
      shell={{ searchInHeader: false, current: 'query' }}
    >
      <PageHeading title="查办到哪一步了">
        <p>不用登录。编号和查询码都印在申请材料接收凭证上。</p>
      </PageHeading>
      <form method="post" action="/query" noValidate autocomplete="off">
        <CsrfField visit={visit} />
        <TextField
          id="field-no"
          name="no"
          label="办件编号"
          hint="25位，前24位是数字，中间的空格可以不输。"
          required
          value={no}
          autocomplete="off"
          maxLength={60}
          {...errorAt(problems, 'field-no')}
        />
        <TextField
          id="field-code"
          name="code"
          label="查询码"
          hint="6位数字。"
          required
          width="short"
          inputMode="numeric"
          autocomplete="off"
          maxLength={20}
          {...errorAt(problems, 'field-code')}
        />
        <ButtonRow>
          <Button>查进度</Button>
        </ButtonRow>
      </form>
      {!visit.kiosk && (
        <p class="muted">
          有账号的，登录以后在<a href="/my">我的办件</a>里看得更全，还能下载证照和文书。
        </p>
      )}
    </Layout>
  )
}

export function ProgressPage({ visit, progress }: { visit: Visit; progress: CaseProgress }): VNode {
  return (
    <Layout
      visit={visit}
      title={`${progress.itemName}，${progress.stateText}`}
      trail={[...homeTrail, { text: '查进度', href: '/query' }]}
      shell={{ searchInHeader: false, current: 'query' }}
    >
      <PageHeading title={progress.itemName}>
        <p class="case-standing">
          <StatusTag tone={progress.closed ? 'good' : 'strong'}>{progress.stateText}</StatusTag>
          <span>
            办件编号 <span class="figures">{groupedNumber(progress.no)}</span>
          </span>
        </p>
      </PageHeading>
      {progress.stands !== undefined && <p class="case-stands">{progress.stands}</p>}
      <div class="case-columns">
        <section aria-labelledby="standing">
          <h2 id="standing">办到哪一步了</h2>
          <StepList steps={progress.steps} />
        </section>
        {progress.clocks.length > 0 && (
          <section class="case-clocks" aria-labelledby="clocks">
            <h2 id="clocks">最晚到哪一天</h2>
            {progress.clocks.map(inPlainWords).map((clock) => (
              <ClockBox key={clock.clock} clock={clock} />
            ))}
          </section>
        )}
      </div>
      <section class="case-section" aria-labelledby="matter">
        <h2 id="matter">这件事</h2>
        <SummaryList
          rows={[
            { label: '申请人', content: progress.applicant },
            { label: '申请日期', content: day(dayOf(progress.receivedAt)) },
            { label: '收材料的地方', content: progress.acceptPlace },
            { label: '决定机关', content: progress.decidingBody },
            ...(progress.closed ? [] : [{ label: '现在等谁办', content: progress.waitsFor }]),
          ]}
        />
        <p class="muted">为保护个人信息，这里只显示一部分。要补材料、拿结果的，请登录或者到窗口办。</p>
      </section>
      <ButtonRow>
        <LinkButton href="/query" tone="normal">
          再查一件
        </LinkButton>
      </ButtonRow>
    </Layout>
  )
}
