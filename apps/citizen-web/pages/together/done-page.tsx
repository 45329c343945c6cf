import type { VNode } from 'preact'
import type { TogetherView } from '#capabilities/portal/contract.ts'
import { ButtonRow, LinkButton, NoticeBox, PageHeading } from '#ui/components/index.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import type { Visit } from '../../house.ts'
import { Layout, mattersTrail } from '../../layout.tsx'

/** One number each. */
export function TogetherDonePage({ visit, view }: { visit: Visit; view: TogetherView }): VNode {
  const filed = view.drafts.filter(({ no }) => no !== undefined)
  return (
    <Layout visit={visit} title="几件事都提交了" trail={mattersTrail} shell={{ current: 'matters' }}>
      <PageHeading title={`${filed.length}件事都提交了`} over={view.title} />
      <NoticeBox tone="good" title="每件事各有一个办件编号" live>
        <ul>
          {filed.map(({ no = '', itemName }) => (
            <li key={no}>
              <a href={`/my/cases/${no}/submitted`}>{itemName}</a>
              <br />
              <span class="figures">{groupedNumber(no)}</span>
            </li>
          ))}
        </ul>
        <p>点开每一件，可以看到查询码、下一步和接收凭证。</p>
      </NoticeBox>
      <ButtonRow>
        <LinkButton href="/my">看我的办件</LinkButton>
      </ButtonRow>
    </Layout>
  )
}
