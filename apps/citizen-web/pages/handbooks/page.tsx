import type { VNode } from 'preact'
import type { HandbookLine } from '#capabilities/portal/contract.ts'
import { EmptyState, PageHeading, SummaryList } from '#ui/components/index.ts'
import { day } from '#ui/format/day.ts'
import type { Visit } from '../../house.ts'
import { homeTrail, Layout } from '../../layout.tsx'

const CHANNELS: Readonly<Record<string, string>> = {
  website: '政府网站、政务服务网',
  board: '公示栏',
  account: '政务新媒体',
  newspaper: '报纸、广播电视',
  other: '其他渠道',
}

/** 清单和手册: what was compiled for everybody, when it was made known and where. */
export function HandbooksPage({
  visit,
  handbooks,
}: {
  visit: Visit
  handbooks: readonly HandbookLine[]
}): VNode {
  return (
    <Layout visit={visit} title="事项清单和服务手册" trail={homeTrail}>
      <PageHeading title="事项清单和服务手册">
        <p>
          把所有办事指南编在一起，方便下载、打印和翻看。一件事一件事地查，用<a href="/">首页的搜索</a>更快。
        </p>
      </PageHeading>
      {handbooks.length === 0 ? (
        <EmptyState title="还没有编好的手册">
          <p>
            办事指南都在网上，<a href="/">从首页找</a>。
          </p>
        </EmptyState>
      ) : (
        handbooks.map((each) => <Handbook key={`${each.title} ${each.number}`} handbook={each} />)
      )}
    </Layout>
  )
}

function Handbook({ handbook }: { handbook: HandbookLine }): VNode {
  const { title, number, madeOn, items, published, notices, href } = handbook
  const id = `${title}-${number}`
  return (
    <section class="case-section" aria-labelledby={id}>
      <h2 id={id}>{`${title}（第${number}版）`}</h2>
      <SummaryList
        rows={[
          { label: '编制日期', content: day(madeOn) },
          { label: '收录事项', content: `${items}项` },
          ...notices.map(({ on, channel, where }) => ({
            label: '公告',
            content: `${day(on)}，${CHANNELS[channel] ?? channel}：${where}`,
          })),
          ...(published ? [] : [{ label: '状态', content: '这一版还没有公告，公告以后才能下载' }]),
        ]}
      />
      {href !== undefined && (
        <p class="no-print">
          <a href={href}>
            下载（PDF）<span class="visually-hidden">{`：${title}第${number}版`}</span>
          </a>
        </p>
      )}
    </section>
  )
}
