import type { VNode } from 'preact'
import type { NearView, OwedView } from '#capabilities/portal/contract.ts'
import {
  Button,
  ButtonRow,
  ChoiceField,
  LinkButton,
  NoticeBox,
  PageHeading,
  SummaryList,
  TextField,
  type Problem,
} from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, homeTrail, Layout } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'
import { Door } from '../near/nearest.tsx'

export const UTILITY_CHOICES = [
  { value: 'water', label: '水费' },
  { value: 'electricity', label: '电费' },
  { value: 'gas', label: '燃气费' },
  { value: 'heating', label: '暖气费' },
] as const

interface AskProps {
  visit: Visit
  near?: NearView | undefined
  utility?: string
  account?: string
  problems?: readonly Problem[]
}

/** 水电气暖: what is owed under an account number, and where it is paid. */
export function UtilitiesPage({ visit, near, utility = '', account = '', problems = [] }: AskProps): VNode {
  return (
    <Layout
      visit={visit}
      title="查水电气暖欠费"
      trail={homeTrail}
      problems={problems}
      shell={{ searchInHeader: false }}
    >
      <PageHeading title="查水、电、燃气、暖气费">
        <p>户号印在缴费单上。查到的只给您看，本站不保存户号。</p>
      </PageHeading>
      <form class="form-start" method="post" action="/utilities/owed" noValidate autocomplete="off">
        <CsrfField visit={visit} />
        <ChoiceField
          id="field-utility"
          name="utility"
          label="哪一种费用"
          required
          choices={UTILITY_CHOICES}
          inline
          chosen={[utility]}
          {...errorAt(problems, 'field-utility')}
        />
        <TextField
          id="field-account"
          name="account"
          label="户号"
          hint="4到20位数字。"
          required
          inputMode="numeric"
          autocomplete="off"
          maxLength={30}
          value={account}
          {...errorAt(problems, 'field-account')}
        />
        <ButtonRow>
          <Button>查欠费</Button>
        </ButtonRow>
      </form>
      <WhereToPay near={near} />
    </Layout>
  )
}

export function OwedPage({
  visit,
  owed,
  near,
}: {
  visit: Visit
  owed: OwedView
  near?: NearView | undefined
}): VNode {
  return (
    <Layout
      visit={visit}
      title={`${owed.utilityText}欠费`}
      trail={[...homeTrail, { text: '查水电气暖欠费', href: '/utilities' }]}
    >
      <PageHeading title={`${owed.utilityText}欠${owed.amountText}`} />
      <SummaryList
        rows={[
          { label: '户号', content: owed.account },
          { label: '户名', content: owed.holder },
          { label: '账期', content: monthWords(owed.period) },
          { label: '应缴', content: <strong>{owed.amountText}</strong> },
        ]}
      />
      <p class="muted form-start">户号和户名只显示一部分，请对照缴费单，看是不是您家的。</p>
      <WhereToPay near={near} />
      <ButtonRow>
        <LinkButton href="/utilities" tone="normal">
          再查一户
        </LinkButton>
      </ButtonRow>
    </Layout>
  )
}

/** Suppliers bill by the month, `2026-11`; whatever else they write stands as written. */
const monthWords = (period: string): string => period.replace(/^(\d{4})-0?(\d{1,2})$/, '$1年$2月')

/** Money is taken where somebody can give a receipt for it; this house has no payment of its own online. */
function WhereToPay({ near }: Pick<AskProps, 'near'>): VNode {
  const [first] = near?.places ?? []
  return (
    <section class="guide-section" aria-labelledby="pay">
      <h2 id="pay">到哪里缴</h2>
      <NoticeBox title="本站还不能网上付款">
        <p>
          请到便民服务站、便民服务中心缴，当场打印收据；也可以用供应单位自己的网上渠道。不要把钱转给个人。
        </p>
      </NoticeBox>
      {first === undefined ? (
        <p class="form-start">
          <a href="/near?to=/utilities">说说您住哪里，看最近的便民服务站</a>
        </p>
      ) : (
        <div class="form-start">
          <h3>离您最近的</h3>
          <Door place={first} onlyHere />
        </div>
      )}
    </section>
  )
}
