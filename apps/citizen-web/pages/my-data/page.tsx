import type { VNode } from 'preact'
import type { MyData } from '#capabilities/portal/contract.ts'
import { Button, ButtonRow, EmptyState, NoticeBox, PageHeading } from '#ui/components/index.ts'
import { day, dayOf } from '#ui/format/day.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, Layout, mattersTrail } from '../../layout.tsx'
import { MyTabs } from '../../my-tabs.tsx'

/** 我的数据: what is kept for later filings, where it comes from, and the way to be rid of it. */
export function MyDataPage({ visit, data }: { visit: Visit; data: MyData }): VNode {
  return (
    <Layout visit={visit} title="我的数据" trail={mattersTrail} shell={{ current: 'matters' }}>
      <PageHeading title="我的数据">
        <p>您同意保存的内容，只在您自己再次申请时用来预填。加密保存，工作人员和别的人看不到。</p>
      </PageHeading>
      <MyTabs at="/my/data" />
      {data.values.length === 0 ? <Nothing since={data.since} /> : <Kept visit={visit} data={data} />}
      {data.since !== undefined && <Consent visit={visit} since={data.since} />}
    </Layout>
  )
}

function Nothing({ since }: { since: string | undefined }): VNode {
  return (
    <EmptyState title="没有保存您的任何内容">
      <p>
        {since === undefined
          ? '提交申请的时候勾选“同意保存”，下次申请就能少填一些。不勾也不影响办理。'
          : '您同意过保存，现在一条也没有。'}
      </p>
    </EmptyState>
  )
}

const HOLDERS = { person: '个人', organisation: '单位' } as const

function Kept({ visit, data }: { visit: Visit; data: MyData }): VNode {
  return (
    <ul class="case-list">
      {data.values.map(({ holder, element, label, text, savedAt, sourceCase }) => (
        <li key={`${holder}/${element}`} class="kept-answer">
          <div>
            <h2>{`${label}（${HOLDERS[holder]}）`}</h2>
            <p>{text}</p>
            <p class="muted small">
              {`${day(dayOf(savedAt))}保存，来自办件 `}
              <a href={`/my/cases/${sourceCase}`} class="figures">
                {groupedNumber(sourceCase)}
              </a>
            </p>
          </div>
          <form method="post" action="/my/data/delete">
            <CsrfField visit={visit} />
            <input type="hidden" name="holder" value={holder} />
            <input type="hidden" name="element" value={element} />
            <button class="plain-button" type="submit">
              删除<span class="visually-hidden">{label}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}

function Consent({ visit, since }: { visit: Visit; since: string }): VNode {
  return (
    <section class="case-section" aria-labelledby="consent">
      <h2 id="consent">收回同意</h2>
      <NoticeBox title={`您从${day(dayOf(since))}起同意保存`}>
        <p>收回以后，上面的内容马上全部删掉，以后也不再保存，除非您再次同意。已经提交的办件不受影响。</p>
        <form method="post" action="/my/data/withdraw">
          <CsrfField visit={visit} />
          <ButtonRow>
            <Button tone="danger">全部删除</Button>
          </ButtonRow>
        </form>
      </NoticeBox>
    </section>
  )
}
