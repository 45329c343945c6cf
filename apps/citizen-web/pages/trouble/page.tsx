import type { VNode } from 'preact'
import type { PageRefusal } from '#capabilities/portal/contract.ts'
import { ButtonRow, FailureState, LinkButton, PageHeading, SearchBox } from '#ui/components/index.ts'
import type { Elsewhere, Visit } from '../../house.ts'
import { Layout } from '../../layout.tsx'
import { Phone } from '../../phone.tsx'

/** What was asked for is not here. */
export function NotFoundPage({
  visit,
  elsewhere = [],
}: {
  visit: Visit
  elsewhere?: readonly Elsewhere[]
}): VNode {
  if (elsewhere.length > 0) return <OnlyElsewhere visit={visit} elsewhere={elsewhere} />
  return (
    <Layout visit={visit} title="没有找到这个页面" shell={{ searchInHeader: false }}>
      <PageHeading title="没有找到这个页面">
        <p>网址可能打错了，也可能这个页面已经搬走。说说您要办的事，我们帮您找：</p>
      </PageHeading>
      <SearchBox size="small" id="not-found-search" />
      <ButtonRow>
        <LinkButton href="/" tone="normal">
          回到首页
        </LinkButton>
        <LinkButton href="/my" tone="normal">
          看我的办件
        </LinkButton>
      </ButtonRow>
    </Layout>
  )
}

/** A matter of another area, found through a link somebody passed on. */
function OnlyElsewhere({ visit, elsewhere }: { visit: Visit; elsewhere: readonly Elsewhere[] }): VNode {
  const title = elsewhere[0]?.title ?? ''
  return (
    <Layout visit={visit} title="这里没有这个事项">
      <PageHeading title={`${visit.house.options.areaName}没有这个事项`}>
        <p>{`“${title}”在别的地区可以办。您要去那里办，就点下面的链接；要在本地办，请在上面搜一搜。`}</p>
      </PageHeading>
      <ButtonRow>
        {elsewhere.map(({ area, href }) => (
          <LinkButton key={href} href={href}>
            {`看${area}的办事指南`}
          </LinkButton>
        ))}
        <LinkButton href="/" tone="normal">
          {`留在${visit.house.options.areaName}`}
        </LinkButton>
      </ButtonRow>
    </Layout>
  )
}

/** An expected "no": the sentence says why and what to do. */
export function RefusalPage({ visit, refusal }: { visit: Visit; refusal: PageRefusal }): VNode {
  return (
    <Layout visit={visit} title="现在办不了">
      <PageHeading title="现在办不了">
        <p>{refusal.sentence}</p>
      </PageHeading>
      {refusal.problems !== undefined && refusal.problems.length > 0 && (
        <ul>
          {refusal.problems.map((problem) => (
            <li key={problem.field}>{problem.message}</li>
          ))}
        </ul>
      )}
      <ButtonRow>
        <LinkButton href="/my">看我的办件</LinkButton>
        <LinkButton href="/" tone="normal">
          回到首页
        </LinkButton>
      </ButtonRow>
    </Layout>
  )
}

/** The form was not ours, or lay open until the session had changed. */
export function StalePage({ visit }: { visit: Visit }): VNode {
  return (
    <Layout visit={visit} title="页面过期了">
      <PageHeading title="页面放得太久，已经过期">
        <p>为了您的安全，这次提交没有处理，也没有改动任何内容。请退回上一页，刷新以后再提交一次。</p>
      </PageHeading>
      <ButtonRow>
        <LinkButton href="/my">看我的办件</LinkButton>
      </ButtonRow>
    </Layout>
  )
}

/** The request could not be read, so nothing of it was kept. */
export function UnreadablePage({ visit, tooLarge }: { visit: Visit; tooLarge: boolean }): VNode {
  return (
    <Layout visit={visit} title="没有收到您的内容">
      <PageHeading title="没有收到您的内容">
        <p>
          {tooLarge
            ? '一次提交的内容太多，系统没有收下，也没有改动任何内容。请减少文字或者分成几次提交。'
            : '提交的内容不完整或者格式不对，系统没有收下，也没有改动任何内容。请退回上一页，刷新以后再提交一次。'}
        </p>
      </PageHeading>
      <ButtonRow>
        <LinkButton href="/my">看我的办件</LinkButton>
      </ButtonRow>
    </Layout>
  )
}

/** Our own fault; calm, and it names the other way. `again` is the page that was asked for. */
export function FaultPage({ visit, again }: { visit: Visit; again?: string }): VNode {
  return (
    <Layout visit={visit} title="系统出了点问题">
      <PageHeading title="系统出了点问题" />
      <FailureState title="这个页面没有打开" kept="已经提交成功的内容不会丢。" {...(again ? { again } : {})}>
        <p>
          请过几分钟再试。着急的话，可以到任何一个窗口办，或者拨打 <Phone number="12345" />。
        </p>
      </FailureState>
      <ButtonRow>
        <LinkButton href="/" tone="normal">
          回到首页
        </LinkButton>
      </ButtonRow>
    </Layout>
  )
}
