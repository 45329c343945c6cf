import type { VNode } from 'preact'
import type { FormSchema } from '#capabilities/portal/contract.ts'
import {
  Button,
  ButtonRow,
  NoticeBox,
  PageHeading,
  SchemaFields,
  TextField,
  type Problem,
} from '#ui/components/index.ts'
import { fieldsScript } from '#ui/components/form-field/fields-script.ts'
import type { FormValues } from '#ui/form/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, homeTrail, Layout } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'
import { registerForm } from './form.ts'

export interface RegisterProps {
  visit: Visit
  to: string
  values?: FormValues
  login?: string
  problems?: readonly Problem[]
}

export function RegisterPage({ visit, to, values = {}, login = '', problems = [] }: RegisterProps): VNode {
  const errors = registerForm.fields.flatMap((field) => {
    const { error } = errorAt(problems, `field-${field.name}`)
    return error === undefined ? [] : [{ field: field.name, message: error }]
  })
  const { demo } = visit.house.options
  return (
    <Layout
      visit={visit}
      title="注册"
      trail={homeTrail}
      problems={problems}
      shell={{ searchInHeader: false, scripts: [fieldsScript.path] }}
    >
      <PageHeading title="注册">
        {!demo && <p>办事要确认是您本人，所以要填真实姓名和身份证号。只用来办事，其他人看不到。</p>}
      </PageHeading>
      {demo && (
        <NoticeBox tone="warn" title="演示环境：请填编的，不要填真的">
          <p>姓名、身份证号和手机号编一个就行，这里只看号码的格式对不对，不去核对是谁。</p>
        </NoticeBox>
      )}
      <form method="post" action="/register" noValidate class="form-start">
        <CsrfField visit={visit} />
        <input type="hidden" name="to" value={to} />
        <SchemaFields
          schema={demo ? inDemo(registerForm) : registerForm}
          values={values}
          errors={errors}
          regions={[]}
        />
        <TextField
          id="field-login"
          name="login"
          label="账号名"
          hint="登录用手机号或身份证号就行。想另外起一个名字登录的，用2到30个汉字、字母或数字。"
          required={false}
          width="middle"
          value={login}
          autocomplete="username"
          maxLength={30}
          {...errorAt(problems, 'field-login')}
        />
        <TextField
          id="field-password"
          name="password"
          label="密码"
          type="password"
          hint="至少8位，字母、数字、符号里至少用三种（大写和小写字母算两种）。"
          required
          width="middle"
          reveal
          autocomplete="new-password"
          maxLength={200}
          {...errorAt(problems, 'field-password')}
        />
        <ButtonRow>
          <Button>注册并登录</Button>
          <a href={`/sign-in?to=${encodeURIComponent(to)}`}>已经注册过，去登录</a>
        </ButtonRow>
      </form>
    </Layout>
  )
}

/** Where nothing real may be written, no hint asks for it. */
function inDemo(form: FormSchema): FormSchema {
  const hints: Record<string, string> = { name: '编一个，例如“测试甲”。', phone: '编一个，11位。' }
  return {
    ...form,
    fields: form.fields.map((field) => ({
      ...field,
      ...(hints[field.name] ? { hint: hints[field.name]! } : {}),
    })),
  }
}
