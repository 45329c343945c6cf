import type { Example } from '#ui/components/example.ts'
import { DisplayPage } from '../../pages/display/page.tsx'
import { HandbooksPage } from '../../pages/handbooks/page.tsx'
import { UndertakingPage } from '../../pages/undertaking/page.tsx'
import { KioskAskPage, KioskOffPage, KioskPage } from '../../pages/kiosk/page.tsx'
import { ProgressPage, QueryPage } from '../../pages/query/page.tsx'
import { VerifyAskPage, VerifyPage } from '../../pages/verify/page.tsx'
import { sampleHandbooks, sampleProgress, sampleUndertakingGuide, sampleVerify } from '../views.ts'
import type { Visits } from '../visits.ts'

/** Questions without an account: progress, genuineness, the terminal in the hall. */
export const askingPages = ({ guest, kiosk }: Visits): Example[] => [
  { title: 'query', node: QueryPage({ visit: guest }) },
  {
    title: 'query-wrong',
    node: QueryPage({
      visit: guest,
      no: '123',
      problems: [{ target: 'field-no', message: '没有查到。请对着申请材料接收凭证核对编号和查询码。' }],
    }),
  },
  { title: 'query-found', node: ProgressPage({ visit: guest, progress: sampleProgress }) },
  { title: 'display', node: DisplayPage({ visit: guest, from: '/help' }) },
  { title: 'display-saved', node: DisplayPage({ visit: guest, from: '/help', saved: true }) },
  { title: 'kiosk', node: KioskPage({ visit: kiosk }) },
  { title: 'kiosk-ask', node: KioskAskPage({ visit: guest }) },
  {
    title: 'kiosk-off-wrong',
    node: KioskOffPage({
      visit: kiosk,
      login: 'clerk',
      problems: [{ target: 'field-login', message: '账号或密码不对，请核对后再输入。' }],
    }),
  },
  { title: 'handbooks', node: HandbooksPage({ visit: guest, handbooks: sampleHandbooks }) },
  { title: 'handbooks-none', node: HandbooksPage({ visit: guest, handbooks: [] }) },
  { title: 'undertaking', node: UndertakingPage({ visit: guest, view: sampleUndertakingGuide }) },
  { title: 'verify-ask', node: VerifyAskPage({ visit: guest }) },
  {
    title: 'verify-ask-wrong',
    node: VerifyAskPage({
      visit: guest,
      problems: [{ target: 'field-code', message: '请输入文书上印的核验网址或者核验码' }],
    }),
  },
  { title: 'verify-genuine', node: VerifyPage({ visit: guest, token: 't', view: sampleVerify }) },
  { title: 'verify-same', node: VerifyPage({ visit: guest, token: 't', view: sampleVerify, same: true }) },
  {
    title: 'verify-different',
    node: VerifyPage({ visit: guest, token: 't', view: sampleVerify, same: false }),
  },
  {
    title: 'verify-no-file',
    node: VerifyPage({
      visit: guest,
      token: 't',
      view: sampleVerify,
      problems: [{ target: 'field-file', message: '还没有选文件' }],
    }),
  },
  { title: 'verify-unknown', node: VerifyPage({ visit: guest, token: 't', view: { genuine: false } }) },
]
