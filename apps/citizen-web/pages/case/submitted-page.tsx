import type { VNode } from 'preact'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import {
  ButtonRow,
  ClockBox,
  LinkButton,
  Loading,
  NoticeBox,
  PageHeading,
  StepList,
} from '#ui/components/index.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import type { Visit } from '../../house.ts'
import { Layout, mattersTrail } from '../../layout.tsx'
import { StillMissing } from './missing.tsx'
import { stillMissing } from './still-missing.ts'

/** The receipt: the number, what happens next, and by when. */
export function SubmittedPage({
  visit,
  detail,
  queryCode,
}: {
  visit: Visit
  detail: CaseDetail
  queryCode?: string
}): VNode {
  const { summary } = detail
  const receipt = detail.papers.find((paper) => paper.kind === 'receipt')
  const clock = detail.clocks.find((one) => one.state === 'running')
  return (
    <Layout visit={visit} title="申请已经提交" trail={mattersTrail} shell={{ current: 'matters' }}>
      <PageHeading title="申请已经提交" over={summary.itemName}>
        <p>{`${summary.acceptPlace}已经收到您的申请。`}</p>
      </PageHeading>
      <NoticeBox tone="good" title="您的办件编号" live>
        <p class="receipt-number figures">{groupedNumber(summary.no)}</p>
        {queryCode !== undefined && (
          <p>
            查询码 <strong class="figures query-code">{queryCode}</strong>
          </p>
        )}
        <p>记下编号和查询码：不登录也能在“查进度”里查，打电话、到窗口都用得上。</p>
      </NoticeBox>
      <StillMissing detail={detail} />
      <div class="case-columns">
        <section aria-labelledby="next">
          <h2 id="next">接下来会怎样</h2>
          <StepList steps={detail.steps} />
          {stillMissing(detail).length === 0 && (
            <p>材料有问题的话，会一次全部告诉您，您在“我的办件”里就能补，不用重新申请。</p>
          )}
        </section>
        {clock !== undefined && (
          <section class="case-clocks" aria-labelledby="by-when">
            <h2 id="by-when">什么时候有答复</h2>
            <ClockBox clock={clock} />
          </section>
        )}
      </div>
      {receipt !== undefined && receipt.url === undefined && (
        <Loading text="正在生成申请材料接收凭证" again={`/my/cases/${summary.no}/submitted`}>
          <p>一般不到一分钟。您可以先离开，做好以后在“我的办件”里下载。</p>
        </Loading>
      )}
      <ButtonRow>
        <LinkButton href={`/my/cases/${summary.no}`}>看这件事的进度</LinkButton>
        {receipt?.url !== undefined && (
          <LinkButton href={receipt.url} tone="normal">
            下载接收凭证（PDF）
          </LinkButton>
        )}
      </ButtonRow>
    </Layout>
  )
}
