import type { VNode } from 'preact'
import type { MessageSettings } from '#capabilities/portal/contract.ts'
import {
  Button,
  ButtonRow,
  ChoiceField,
  NoticeBox,
  PageHeading,
  TextField,
  type Problem,
} from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, Layout, mattersTrail } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'

export interface MessageSettingsProps {
  visit: Visit
  settings: MessageSettings
  saved?: boolean
  posted?: { sms?: boolean; email: string }
  problems?: readonly Problem[]
}

export function MessageSettingsPage({
  visit,
  settings,
  saved = false,
  posted,
  problems = [],
}: MessageSettingsProps): VNode {
  const sms = posted === undefined ? settings.sms : posted.sms
  return (
    <Layout
      visit={visit}
      title="短信和邮件提醒"
      trail={[...mattersTrail, { text: '我的消息', href: '/my/messages' }]}
      problems={problems}
      shell={{ current: 'messages' }}
    >
      <PageHeading title="短信和邮件提醒">
        <p>
          要您做什么、结果出来了，会发短信提醒。短信和邮件里只写办件的尾号，不写姓名、身份证号和办的是什么事。不管怎样设置，“我的消息”里都有。
        </p>
      </PageHeading>
      {saved && <NoticeBox tone="good" title="已经保存" live />}
      <form class="message-settings" method="post" action="/my/messages/settings" noValidate>
        <CsrfField visit={visit} />
        <ChoiceField
          id="field-sms"
          name="sms"
          label="短信提醒"
          hint={phoneSentence(settings)}
          required
          choices={[
            { value: 'on', label: '要短信提醒' },
            { value: 'off', label: '不要短信提醒', hint: '请记得常来看“我的消息”，补正材料有期限。' },
          ]}
          chosen={sms === undefined ? [] : [sms ? 'on' : 'off']}
          {...errorAt(problems, 'field-sms')}
        />
        <TextField
          id="field-email"
          name="email"
          label="邮箱"
          hint="填了才发邮件。去掉邮箱，就不再发。"
          required={false}
          width="middle"
          autocomplete="email"
          maxLength={254}
          value={posted?.email ?? settings.email ?? ''}
          {...errorAt(problems, 'field-email')}
        />
        <ButtonRow>
          <Button>保存</Button>
        </ButtonRow>
      </form>
    </Layout>
  )
}

function phoneSentence({ phone }: MessageSettings): string {
  return phone === undefined
    ? '您登记的电话收不了短信。要改手机号，请带身份证到窗口办理。'
    : `发到您登记的手机号${phone}。要改手机号，请带身份证到窗口办理。`
}
