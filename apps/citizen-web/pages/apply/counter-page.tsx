import type { VNode } from 'preact'
import type { HandoverView } from '#capabilities/portal/contract.ts'
import { Button, ButtonRow, LinkButton, NoticeBox, PageHeading } from '#ui/components/index.ts'
import { moment } from '#ui/format/day.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, Layout, mattersTrail } from '../../layout.tsx'
import { QrPicture } from '../../qr.tsx'
import { draftPath } from './progress.ts'

/** 到窗口接着办: the code for the counter, or the counter that has the draft. */
export function CounterPage({ visit, view }: { visit: Visit; view: HandoverView }): VNode {
  return (
    <Layout
      visit={visit}
      title={`到窗口接着办${view.itemName}`}
      trail={mattersTrail}
      shell={{ searchInHeader: false, current: 'matters' }}
    >
      <PageHeading title="到窗口接着办" over={view.itemName}>
        <p>
          填过的内容和上传的材料，窗口可以接着用，不用从头再来。提交以后只有一个办件编号，网上和窗口都用它。
        </p>
      </PageHeading>
      {view.atCounter !== undefined ? (
        <AtCounter visit={visit} view={view} at={view.atCounter} />
      ) : view.code === undefined ? (
        <NoCode visit={visit} view={view} />
      ) : (
        <Code visit={visit} view={view} code={view.code} />
      )}
    </Layout>
  )
}

function NoCode({ visit, view }: { visit: Visit; view: HandoverView }): VNode {
  return (
    <>
      <ol>
        <li>生成一个8位取件码，三天内有效，只能用一次。</li>
        <li>带上身份证，到任何一个窗口，把取件码告诉工作人员。</li>
        <li>工作人员会再核对您身份证号的后四位，然后接着办。</li>
      </ol>
      <form method="post" action={`/apply/${view.id}/counter`}>
        <CsrfField visit={visit} />
        <ButtonRow>
          <Button name="then" value="make">
            生成取件码
          </Button>
          <LinkButton href={draftPath(view.id)} tone="normal">
            还是在网上接着填
          </LinkButton>
        </ButtonRow>
      </form>
    </>
  )
}

function Code({
  visit,
  view,
  code,
}: {
  visit: Visit
  view: HandoverView
  code: NonNullable<HandoverView['code']>
}): VNode {
  const grouped = `${code.digits.slice(0, 4)} ${code.digits.slice(4)}`
  return (
    <>
      <NoticeBox tone="good" title="您的取件码">
        <p class="receipt-number figures">{grouped}</p>
        <QrPicture text={code.digits} label={`取件码${grouped}的二维码，窗口扫一扫就行`} />
        <p>{`${moment(code.until)}以前有效，只能用一次。带上身份证，到任何一个窗口都行。`}</p>
        <p>不要把取件码发给别人：有了它，窗口才能看到您填的内容。</p>
      </NoticeBox>
      <form method="post" action={`/apply/${view.id}/counter`}>
        <CsrfField visit={visit} />
        <ButtonRow>
          <LinkButton href={draftPath(view.id)}>还是在网上接着填</LinkButton>
          <Button tone="normal" name="then" value="make">
            换一个取件码
          </Button>
          <Button tone="danger" name="then" value="revoke">
            作废取件码
          </Button>
        </ButtonRow>
      </form>
    </>
  )
}

function AtCounter({ visit, view, at }: { visit: Visit; view: HandoverView; at: string }): VNode {
  return (
    <>
      <NoticeBox tone="warn" title={`${at}的窗口正在接着办`}>
        <p>窗口提交以后，这件事会出现在“我的办件”里。没有在窗口办、想自己接着填的，可以拿回来。</p>
      </NoticeBox>
      <form method="post" action={`/apply/${view.id}/counter`}>
        <CsrfField visit={visit} />
        <ButtonRow>
          <Button tone="normal" name="then" value="back">
            拿回来自己填
          </Button>
          <LinkButton href="/my" tone="normal">
            看我的办件
          </LinkButton>
        </ButtonRow>
      </form>
    </>
  )
}
