import type { Visitor } from '#capabilities/portal/contract.ts'
import { postalProblems } from '#capabilities/portal/model.ts'
import type { Example } from '#ui/components/example.ts'
import { stylesheet } from '#ui/stylesheet.ts'
import { citizenCss } from '../css.ts'
import type { House, Visit } from '../house.ts'
import { AccessibilityPage } from '../pages/accessibility/page.tsx'
import { CheckPage } from '../pages/apply/check-page.tsx'
import { CounterPage } from '../pages/apply/counter-page.tsx'
import { DropPage } from '../pages/apply/drop-page.tsx'
import { FormPage } from '../pages/apply/form-page.tsx'
import { MaterialsPage } from '../pages/apply/materials-page.tsx'
import { ReusePage } from '../pages/apply/reuse-page.tsx'
import { StartPage } from '../pages/apply/start-page.tsx'
import { WayPage } from '../pages/apply/way-page.tsx'
import { WherePage } from '../pages/apply/where-page.tsx'
import { CasePage } from '../pages/case/page.tsx'
import { SubmittedPage } from '../pages/case/submitted-page.tsx'
import { DomainPage } from '../pages/domain/page.tsx'
import { GuidePage } from '../pages/guide/page.tsx'
import { HelpPage } from '../pages/help/page.tsx'
import { HomePage } from '../pages/home/page.tsx'
import { KioskAskPage, KioskOffPage, KioskPage } from '../pages/kiosk/page.tsx'
import { LicencePage } from '../pages/licences/licence-page.tsx'
import { LicencesPage } from '../pages/licences/page.tsx'
import { MattersPage } from '../pages/matters/page.tsx'
import { MyDataPage } from '../pages/my-data/page.tsx'
import { ProgressPage, QueryPage } from '../pages/query/page.tsx'
import { MessagesPage } from '../pages/messages/page.tsx'
import { MessageSettingsPage } from '../pages/messages/settings-page.tsx'
import { RatingPage, ThanksPage } from '../pages/rating/page.tsx'
import { RegisterPage } from '../pages/register/page.tsx'
import { SearchPage } from '../pages/search/page.tsx'
import { SignInPage } from '../pages/sign-in/page.tsx'
import { SupplementPage } from '../pages/supplement/page.tsx'
import { FaultPage, NotFoundPage, RefusalPage, StalePage } from '../pages/trouble/page.tsx'
import { VerifyAskPage, VerifyPage } from '../pages/verify/page.tsx'
import { ActPage } from '../pages/act/page.tsx'
import { WithdrawPage } from '../pages/withdraw/page.tsx'
import { sampleItem, sampleSummaries } from './item.ts'
import { sampleLicenceDetail, sampleLicences, sampleLifecycle, threatenedLicence } from './licences.ts'
import {
  closedDetail,
  deniedDetail,
  lateDetail,
  promisedDetail,
  promisingDraft,
  promisingItem,
  sampleCases,
  offeredDetailActs,
  sampleDetail,
  sampleDraft,
  sampleGuide,
  sampleHome,
  sampleMessages,
  samplePlaces,
  sampleProgress,
  sampleRating,
  sampleRegions,
  sampleVerify,
  supplementingDetail,
  specialDetail,
  hearingDetail,
  gapsDetail,
  jointExtendedDetail,
} from './views.ts'

export const exampleCss = stylesheet(citizenCss)

/** Every page in its empty, filled and wrong state; shown, measured and checked by the browser test. */
export function pageExamples(elder = false): Example[] {
  const house = {
    options: {
      areaName: '示例县',
      demo: true,
      secureCookies: false,
      publicOrigin: 'http://localhost',
      fileLimit: 20 * 1024 * 1024,
    },
    css: exampleCss,
  } as House
  const see = (visitor: Visitor, path = '/', kiosk = false): Visit => ({ house, visitor, elder, kiosk, path })
  const guest = see({ csrfToken: 'token' })
  const visit = see(
    { csrfToken: 'token', citizen: { account: 'a', party: 'p', displayName: '测*甲' } },
    '/my',
  )
  const told = see(
    { csrfToken: 'token', citizen: { account: 'a', party: 'p', displayName: '测*甲', unread: 2 } },
    '/my/messages',
  )
  const atKiosk = see(visit.visitor, '/kiosk', true)
  const { commitment } = promisingDraft
  const requestId = '01890000-0000-7000-8000-0000000000ff'
  const empty = {
    ...sampleDraft,
    values: {},
    files: {},
    region: undefined,
    acceptPlace: undefined,
    delivery: undefined,
  }
  return [
    { title: 'home', node: HomePage({ visit: guest, view: sampleHome }) },
    {
      title: 'home-closed-and-new',
      node: HomePage({
        visit,
        view: {
          ...sampleHome,
          topics: [],
          domains: [],
          openNow: { day: '2026-11-22', open: false, sentence: '今天星期日，明天9:00开门。' },
        },
      }),
    },
    { title: 'search-empty', node: SearchPage({ visit: guest, words: '', items: [] }) },
    { title: 'search-nothing', node: SearchPage({ visit: guest, words: '摘星星', items: [] }) },
    {
      title: 'search-found',
      node: SearchPage({ visit: guest, words: '摆摊', items: sampleSummaries, nextCursor: 'x', later: true }),
    },
    { title: 'domain', node: DomainPage({ visit: guest, title: '市场准入', items: sampleSummaries }) },
    { title: 'domain-empty', node: DomainPage({ visit: guest, title: '户籍', items: [] }) },
    { title: 'guide', node: GuidePage({ visit: guest, view: sampleGuide }) },
    {
      title: 'guide-paid',
      node: GuidePage({
        visit: guest,
        view: {
          ...sampleGuide,
          onlineFiling: false,
          item: {
            ...sampleItem,
            visits: 1,
            visitReason: '要当面核对原件。',
            fee: {
              charged: true,
              basis: '《示例收费办法》',
              lines: [
                { name: '工本费', standard: '10元/本', basis: '《示例收费办法》第三条', reducible: true },
              ],
            },
          },
        },
      }),
    },
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
    { title: 'apply-start-guest', node: StartPage({ visit: guest, view: sampleGuide }) },
    { title: 'apply-start', node: StartPage({ visit, view: sampleGuide }) },
    {
      title: 'apply-where-empty',
      node: WherePage({ visit, draft: empty, regions: sampleRegions, places: [] }),
    },
    {
      title: 'apply-where',
      node: WherePage({ visit, draft: sampleDraft, regions: sampleRegions, places: samplePlaces }),
    },
    {
      title: 'apply-where-wrong',
      node: WherePage({
        visit,
        draft: { ...empty, region: '990101001001' },
        regions: sampleRegions,
        places: samplePlaces,
        problems: [
          { target: 'field-acceptPlace', message: '请选择由哪个地方收您的材料' },
          { target: 'field-delivery', message: '请选择办好以后怎样拿结果' },
        ],
      }),
    },
    {
      title: 'apply-form-empty',
      node: FormPage({ visit, draft: empty, regions: sampleRegions, values: {} }),
    },
    {
      title: 'apply-form',
      node: FormPage({
        visit,
        draft: { ...sampleDraft, changes: ['新加了一样材料：摊位设备照片（可以后补）。'] },
        regions: sampleRegions,
        values: sampleDraft.values,
      }),
    },
    {
      title: 'apply-form-wrong',
      node: FormPage({
        visit,
        draft: sampleDraft,
        regions: sampleRegions,
        values: { ...sampleDraft.values, citizenId: '12', handlers: '三个' },
        errors: [
          {
            field: 'citizenId',
            message: '请核对“身份证号”：18位里有一位不对，请对着身份证再看一遍，最后一位可以是X',
          },
          { field: 'region', message: '请选择“摊位在哪个村或社区”' },
          { field: 'goods', message: '请选择“卖什么”' },
          { field: 'handlers', message: '“做食品的有几个人”请写整数，例如 3' },
        ],
      }),
    },
    { title: 'apply-materials-empty', node: MaterialsPage({ visit, draft: empty }) },
    { title: 'apply-materials', node: MaterialsPage({ visit, draft: sampleDraft }) },
    {
      title: 'apply-materials-wrong',
      node: MaterialsPage({
        visit,
        draft: empty,
        problems: [{ target: 'material-id-card-file', message: '还没有上传“申请人居民身份证”' }],
        mayGoOn: true,
      }),
    },
    {
      title: 'apply-check',
      node: CheckPage({ visit, draft: sampleDraft, regions: sampleRegions, places: samplePlaces, requestId }),
    },
    {
      title: 'apply-check-wrong',
      node: CheckPage({
        visit,
        draft: empty,
        regions: sampleRegions,
        places: [],
        requestId,
        problems: [{ target: '/apply/x/form#field-name', message: '请填写“申请人姓名”' }],
      }),
    },
    {
      title: 'apply-where-post-wrong',
      node: WherePage({
        visit,
        draft: promisingDraft,
        regions: sampleRegions,
        places: samplePlaces,
        postal: { receiver: '测试甲', phone: '123', address: '' },
        problems: postalProblems({ receiver: '测试甲', phone: '123' }).map(({ field, message }) => ({
          target: `field-${field}`,
          message,
        })),
      }),
    },
    { title: 'apply-way', node: WayPage({ visit, draft: promisingDraft, commitment: commitment! }) },
    {
      title: 'apply-way-wrong',
      node: WayPage({
        visit,
        draft: promisingDraft,
        commitment: commitment!,
        problems: [{ target: 'field-confirmed', message: '选告知承诺的，请看完承诺书并勾选确认' }],
      }),
    },
    { title: 'apply-materials-promised', node: MaterialsPage({ visit, draft: promisingDraft }) },
    {
      title: 'apply-check-promised',
      node: CheckPage({
        visit,
        draft: promisingDraft,
        regions: sampleRegions,
        places: samplePlaces,
        requestId,
        keep: true,
      }),
    },
    {
      title: 'apply-form-reused',
      node: FormPage({ visit, draft: promisingDraft, regions: sampleRegions, values: promisingDraft.values }),
    },
    {
      title: 'apply-reuse',
      node: ReusePage({
        visit,
        draft: {
          ...sampleDraft,
          reusable: [{ field: 'address', label: '家庭住址', text: '示例县示例街道第一社区1号' }],
        },
      }),
    },
    {
      title: 'apply-counter-empty',
      node: CounterPage({ visit, view: { id: sampleDraft.id, itemName: sampleItem.name } }),
    },
    {
      title: 'apply-counter-code',
      node: CounterPage({
        visit,
        view: {
          id: sampleDraft.id,
          itemName: sampleItem.name,
          code: { digits: '12345678', until: '2026-11-26T09:00:00.000+08:00' },
        },
      }),
    },
    {
      title: 'apply-counter-taken',
      node: CounterPage({
        visit,
        view: { id: sampleDraft.id, itemName: sampleItem.name, atCounter: '示例街道便民服务中心' },
      }),
    },
    {
      title: 'guide-promise',
      node: GuidePage({ visit: guest, view: { ...sampleGuide, item: promisingItem } }),
    },
    { title: 'case-promised', node: CasePage({ visit, detail: promisedDetail }) },
    {
      title: 'case-revoked',
      node: CasePage({
        visit,
        detail: {
          ...promisedDetail,
          revocation: { reason: '现场没有从业人员健康证明，限期内没有改正。', day: '2027-01-20' },
        },
      }),
    },
    {
      title: 'case-check-broken',
      node: CasePage({
        visit,
        detail: { ...promisedDetail, afterCheck: { result: 'broken', text: '没有健康证明。' } },
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
    { title: 'query', node: QueryPage({ visit: guest }) },
    {
      title: 'query-wrong',
      node: QueryPage({
        visit: guest,
        no: '123',
        problems: [{ target: 'field-no', message: '没有查到。请对着收件凭证核对编号和查询码。' }],
      }),
    },
    { title: 'query-found', node: ProgressPage({ visit: guest, progress: sampleProgress }) },
    { title: 'kiosk', node: KioskPage({ visit: see(guest.visitor, '/kiosk', true) }) },
    { title: 'kiosk-materials', node: MaterialsPage({ visit: atKiosk, draft: sampleDraft }) },
    {
      title: 'kiosk-form',
      node: FormPage({ visit: atKiosk, draft: sampleDraft, regions: sampleRegions, values: {} }),
    },
    { title: 'kiosk-ask', node: KioskAskPage({ visit: guest }) },
    {
      title: 'kiosk-off-wrong',
      node: KioskOffPage({
        visit: see(guest.visitor, '/kiosk', true),
        login: 'clerk',
        problems: [{ target: 'field-login', message: '账号名或密码不正确，请核对后重新输入。' }],
      }),
    },
    { title: 'apply-drop', node: DropPage({ visit, draft: sampleDraft }) },
    { title: 'submitted', node: SubmittedPage({ visit, detail: sampleDetail, queryCode: '123456' }) },
    {
      title: 'matters',
      node: MattersPage({
        visit,
        cases: sampleCases,
        drafts: [
          { id: sampleDraft.id, itemName: sampleItem.name, savedAt: sampleDraft.savedAt },
          {
            id: 'by-window',
            itemName: sampleItem.name,
            savedAt: sampleDraft.savedAt,
            savedBy: '示例街道便民服务中心',
          },
          {
            id: 'at-counter',
            itemName: sampleItem.name,
            savedAt: sampleDraft.savedAt,
            atCounter: '示例街道便民服务中心',
          },
        ],
        nextCursor: 'x',
      }),
    },
    {
      title: 'guide-afterwards',
      node: GuidePage({
        visit: guest,
        view: { ...sampleGuide, item: { ...sampleItem, lifecycle: sampleLifecycle } },
      }),
    },
    { title: 'licences', node: LicencesPage({ visit, licences: sampleLicences, nextCursor: 'x' }) },
    { title: 'licences-empty', node: LicencesPage({ visit, licences: [] }) },
    { title: 'licence', node: LicencePage({ visit, detail: sampleLicenceDetail }) },
    { title: 'licence-threatened', node: LicencePage({ visit, detail: threatenedLicence }) },
    { title: 'matters-empty', node: MattersPage({ visit, cases: [], drafts: [] }) },
    { title: 'case', node: CasePage({ visit, detail: sampleDetail }) },
    { title: 'case-supplementing', node: CasePage({ visit, detail: supplementingDetail }) },
    { title: 'case-special', node: CasePage({ visit, detail: specialDetail }) },
    { title: 'case-hearing', node: CasePage({ visit, detail: hearingDetail }) },
    { title: 'case-gaps', node: CasePage({ visit, detail: gapsDetail }) },
    { title: 'case-joint-extended', node: CasePage({ visit, detail: jointExtendedDetail }) },
    { title: 'case-late', node: CasePage({ visit, detail: lateDetail }) },
    { title: 'case-closed', node: CasePage({ visit, detail: closedDetail, rating: sampleRating }) },
    {
      title: 'case-denied',
      node: CasePage({
        visit,
        detail: deniedDetail,
        rating: { ...sampleRating, open: false, given: { stars: 4, at: '2026-09-06T01:00:00.000Z' } },
      }),
    },
    { title: 'supplement', node: SupplementPage({ visit, detail: supplementingDetail, requestId }) },
    {
      title: 'supplement-wrong',
      node: SupplementPage({
        visit,
        detail: supplementingDetail,
        requestId,
        handed: [{ material: 'id-card', id: 'f1', name: '反面.jpg' }],
        problems: [{ target: 'material-health-certificate-file', message: '请补上“从业人员健康证明”' }],
      }),
    },
    {
      title: 'act-papers',
      node: ActPage({ visit, detail: sampleDetail, act: offeredDetailActs[0]!, requestId }),
    },
    {
      title: 'act-wrong',
      node: ActPage({
        visit,
        detail: sampleDetail,
        act: offeredDetailActs[1]!,
        requestId,
        values: { attend: 'yes' },
        problems: [{ target: 'field-reason', message: '“为什么要听证”请至少写4个字' }],
      }),
    },
    { title: 'withdraw', node: WithdrawPage({ visit, detail: sampleDetail, requestId }) },
    {
      title: 'withdraw-promise',
      node: WithdrawPage({ visit, detail: promisedDetail, requestId, what: 'promise' }),
    },
    {
      title: 'withdraw-wrong',
      node: WithdrawPage({
        visit,
        detail: sampleDetail,
        requestId,
        problems: [{ target: 'field-reason', message: '请写一句为什么撤回' }],
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
    {
      title: 'case-poorly-rated',
      node: CasePage({
        visit,
        detail: closedDetail,
        rating: {
          ...sampleRating,
          open: false,
          given: { stars: 1, at: '2026-09-06T01:00:00.000Z' },
          followUp: {
            text: '已经作出整改答复，会有人回访您。',
            answer: '让您多跑了一趟，对不起。窗口已经重新培训，材料清单也改清楚了。',
            answeredOn: '2026-09-10',
          },
        },
      }),
    },
    { title: 'rating', node: RatingPage({ visit, detail: closedDetail, rating: sampleRating, requestId }) },
    {
      title: 'rating-wrong',
      node: RatingPage({
        visit,
        detail: closedDetail,
        rating: sampleRating,
        requestId,
        posted: { options: [], comment: '等了很久', anonymous: true },
        problems: [{ target: 'field-stars', message: '请选一个满意程度' }],
      }),
    },
    {
      title: 'rating-poor',
      node: RatingPage({
        visit,
        detail: closedDetail,
        rating: sampleRating,
        requestId,
        posted: { stars: 2, options: ['209'], comment: '', anonymous: false },
      }),
    },
    { title: 'rating-thanks', node: ThanksPage({ visit, no: sampleDetail.summary.no }) },
    { title: 'verify-ask', node: VerifyAskPage({ visit: guest }) },
    {
      title: 'verify-ask-wrong',
      node: VerifyAskPage({
        visit: guest,
        problems: [{ target: 'field-code', message: '请输入文书上印的核验网址' }],
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
    { title: 'help', node: HelpPage({ visit: guest }) },
    { title: 'accessibility', node: AccessibilityPage({ visit: guest }) },
    { title: 'not-found', node: NotFoundPage({ visit: guest }) },
    {
      title: 'refusal',
      node: RefusalPage({
        visit,
        refusal: { refused: true, code: 'not-in-this-state', sentence: '这件事已经办结，不能再撤回。' },
      }),
    },
    { title: 'stale', node: StalePage({ visit }) },
    { title: 'fault', node: FaultPage({ visit: guest }) },
  ]
}
