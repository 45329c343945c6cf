import type { VNode } from 'preact'
import { ButtonRow, LinkButton, PageHeading } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { Layout } from '../../layout.tsx'
import { Phone } from '../../phone.tsx'

/** Shown by the browser itself while the server cannot be reached; its first button leads to the address that was asked for. */
export function OfflinePage({ visit }: { visit: Visit }): VNode {
  return (
    <Layout visit={visit} title="现在没有网络" shell={{ searchInHeader: false }}>
      <PageHeading title="现在没有网络">
        <p>看看手机有没有信号、流量或者无线网，连上以后再试。</p>
      </PageHeading>
      <div class="stack">
        <p>已经提交的、保存过的都还在。刚才正在填的，重新打开那一页就放回来；选好的照片要重新选。</p>
        <p>
          等不及的，拨打 <Phone number="12345" />
          ，或者到最近的窗口办。
        </p>
      </div>
      <ButtonRow>
        <LinkButton href="">再试一次</LinkButton>
        <LinkButton href="/" tone="normal">
          回到首页
        </LinkButton>
      </ButtonRow>
    </Layout>
  )
}
