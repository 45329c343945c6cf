import type { Example } from '#ui/components/example.ts'
import { MyDataPage } from '../../pages/my-data/page.tsx'
import { MessagesPage } from '../../pages/messages/page.tsx'
import { MessageSettingsPage } from '../../pages/messages/settings-page.tsx'
import { RegisterPage } from '../../pages/register/page.tsx'
import { SignInPage } from '../../pages/sign-in/page.tsx'
import { sampleDetail, sampleMessages } from '../views.ts'
import type { Visits } from '../visits.ts'

/** Who somebody is, what is kept of them and what they are told. */
export const peoplePages = ({ guest, told, visit }: Visits): Example[] => [
  { title: 'sign-in', node: SignInPage({ visit: guest, to: '/my' }) },
  {
    title: 'sign-in-wrong',
    node: SignInPage({
      visit: guest,
      to: '/my',
      login: 'ceshi',
      refusal: {
        refused: true,
        code: 'sign-in-wrong',
        sentence: '账号或者密码不对，请再试一次；忘了密码可以带身份证到窗口重设。',
      },
    }),
  },
  { title: 'register', node: RegisterPage({ visit: guest, to: '/my' }) },
  {
    title: 'register-wrong',
    node: RegisterPage({
      visit: guest,
      to: '/my',
      values: { name: '测试甲', citizenId: '123' },
      login: 'ce',
      problems: [
        {
          target: 'field-citizenId',
          message: '请核对“身份证号”：18位里有一位不对，请对着身份证再看一遍，最后一位可以是X',
        },
        { target: 'field-password', message: '请设一个密码' },
      ],
    }),
  },
  { title: 'my-data-empty', node: MyDataPage({ visit, data: { values: [] } }) },
  {
    title: 'my-data',
    node: MyDataPage({
      visit,
      data: {
        since: '2026-11-01T01:00:00.000Z',
        values: [
          {
            holder: 'person',
            element: 'party.address',
            label: '家庭住址',
            value: '示例县示例街道第一社区1号',
            text: '示例县示例街道第一社区1号',
            sourceCase: sampleDetail.summary.no,
            savedAt: '2026-11-01T01:00:00.000Z',
          },
        ],
      },
    }),
  },
  { title: 'messages-empty', node: MessagesPage({ visit, items: [], unread: 0 }) },
  {
    title: 'messages',
    node: MessagesPage({ visit: told, items: sampleMessages, unread: 2, nextCursor: 'x' }),
  },
  {
    title: 'messages-all-read',
    node: MessagesPage({
      visit,
      items: sampleMessages.map((message) => ({ ...message, unread: false })),
      unread: 0,
      later: true,
    }),
  },
  {
    title: 'message-settings',
    node: MessageSettingsPage({
      visit: told,
      settings: { sms: true, phone: '199****0001', email: 'ceshi@example.com' },
      saved: true,
    }),
  },
  {
    title: 'message-settings-wrong',
    node: MessageSettingsPage({
      visit,
      settings: { sms: true },
      posted: { sms: false, email: 'ceshi@' },
      problems: [
        {
          target: 'field-email',
          message: '请核对邮箱，像 name@example.com 这样写；不想收邮件就空着。',
        },
      ],
    }),
  },
]
