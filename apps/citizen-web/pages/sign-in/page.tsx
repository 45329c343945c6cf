import type { VNode } from 'preact'
import type { PageRefusal } from '#capabilities/portal/contract.ts'
import { Button, ButtonRow, PageHeading, TextField, type Problem } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, homeTrail, Layout } from '../../layout.tsx'
import { problemsOf } from '../../problems.ts'

export interface SignInProps {
  visit: Visit
  /** Where to go afterwards. */
  to: string
  login?: string
  refusal?: PageRefusal
}

export function SignInPage({ visit, to, login = '', refusal }: SignInProps): VNode {
  const problems: Problem[] = problemsOf(refusal, (field) => `field-${field}`, 'field-login')
  return (
    <Layout
      visit={visit}
      title="登录"
      trail={homeTrail}
      problems={problems}
      shell={{ searchInHeader: false }}
    >
      <PageHeading title="登录">
        <p>登录以后可以网上申请、查自己的事办到哪了、下载证照和文书。</p>
      </PageHeading>
      <form method="post" action="/sign-in" noValidate>
        <CsrfField visit={visit} />
        <input type="hidden" name="to" value={to} />
        <TextField
          id="field-login"
          name="login"
          label="手机号、身份证号或账号名"
          hint="家里几个人共用一个手机号的，请用身份证号。"
          required
          width="middle"
          value={login}
          autocomplete="username"
          maxLength={60}
        />
        <TextField
          id="field-password"
          name="password"
          label="密码"
          type="password"
          required
          width="middle"
          autocomplete="current-password"
          maxLength={200}
        />
        <ButtonRow>
          <Button>登录</Button>
          <a href={`/register?to=${encodeURIComponent(to)}`}>第一次来，先注册</a>
        </ButtonRow>
      </form>
      {!visit.kiosk && (
        <p>
          <a href="/query">不登录，凭编号和查询码查进度</a>
        </p>
      )}
    </Layout>
  )
}
