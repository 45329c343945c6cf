import type { VNode } from 'preact'
import { Button, ButtonRow, LinkButton, PageHeading, TextField, type Problem } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, Layout } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'

/** The first screen of a self-service device: what one may do here, large enough for an outstretched arm. */
export function KioskPage({ visit }: { visit: Visit }): VNode {
  return (
    <Layout visit={visit} title="自助服务" shell={{ searchInHeader: false }}>
      <PageHeading title="您要做什么？" />
      <ul class="kiosk-choices">
        <Choice href="/" title="办事" words="找要办的事，看要带什么，在这里申请。" />
        <Choice href="/query" title="查进度" words="用办件编号和查询码，看办到哪一步了。" />
      </ul>
      <p>办完请按右上角的“结束使用”，没有人操作也会自动退出。</p>
    </Layout>
  )
}

function Choice({ href, title, words }: { href: string; title: string; words: string }): VNode {
  return (
    <li>
      <a href={href}>
        <strong>{title}</strong>
        <span>{words}</span>
      </a>
    </li>
  )
}

/** Somebody came here by a link of another site: a browser at home becomes no kiosk without being asked. */
export function KioskAskPage({ visit }: { visit: Visit }): VNode {
  return (
    <Layout visit={visit} title="自助服务模式">
      <PageHeading title="把这台设备设为自助终端？">
        <p>这是给大厅里的公用设备用的。设了以后，没有人操作就会自动退出登录，要工作人员才能取消。</p>
      </PageHeading>
      <ButtonRow>
        <LinkButton href="/">不用，回到首页</LinkButton>
        <LinkButton href="/kiosk" tone="normal">
          设为自助终端
        </LinkButton>
      </ButtonRow>
    </Layout>
  )
}

export function KioskOffPage({
  visit,
  login = '',
  problems = [],
}: {
  visit: Visit
  login?: string
  problems?: readonly Problem[]
}): VNode {
  return (
    <Layout visit={visit} title="退出自助服务模式" problems={problems} shell={{ searchInHeader: false }}>
      <PageHeading title="退出自助服务模式">
        <p>要工作人员的账号和密码。只用来确认身份，不会在这台设备上登录。</p>
      </PageHeading>
      <form method="post" action="/kiosk/off" noValidate autocomplete="off">
        <CsrfField visit={visit} />
        <TextField
          id="field-login"
          name="login"
          label="工作人员账号"
          required
          width="middle"
          value={login}
          autocomplete="off"
          maxLength={60}
          {...errorAt(problems, 'field-login')}
        />
        <TextField
          id="field-password"
          name="password"
          label="密码"
          type="password"
          required
          width="middle"
          autocomplete="off"
          maxLength={200}
        />
        <ButtonRow>
          <Button tone="normal">退出自助服务模式</Button>
        </ButtonRow>
      </form>
    </Layout>
  )
}
