import type { VNode } from 'preact'
import type { VerifyView } from '#capabilities/portal/contract.ts'
import {
  Button,
  ButtonRow,
  NoticeBox,
  PageHeading,
  SummaryList,
  TextField,
  type Problem,
} from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, homeTrail, Layout } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'

/** Asks for the code printed below the QR code of a paper. */
export function VerifyAskPage({
  visit,
  problems = [],
}: {
  visit: Visit
  problems?: readonly Problem[]
}): VNode {
  return (
    <Layout
      visit={visit}
      title="查验证照文书"
      trail={homeTrail}
      problems={problems}
      shell={{ searchInHeader: false }}
    >
      <PageHeading title="查验证照和文书的真伪">
        <p>扫一扫证照或文书上的二维码就能查。扫不了的，把文书上印的核验网址或者核验码输进来。</p>
      </PageHeading>
      <form method="get" action="/verify" noValidate>
        <TextField
          id="field-code"
          name="code"
          label="核验网址或者核验码"
          hint="整个网址，最后一个斜杠后面的那一串，或者证明上的核验码，都可以。"
          required
          maxLength={300}
          autocomplete="off"
          {...errorAt(problems, 'field-code')}
        />
        <ButtonRow>
          <Button>查验</Button>
        </ButtonRow>
      </form>
    </Layout>
  )
}

export interface VerifyPageProps {
  visit: Visit
  token: string
  view: VerifyView
  /** The answer to an uploaded file, when one was compared. */
  same?: boolean
  problems?: readonly Problem[]
}

export function VerifyPage({ visit, token, view, same, problems = [] }: VerifyPageProps): VNode {
  const title = headingOf(view, same)
  return (
    <Layout
      visit={visit}
      title={title}
      trail={[...homeTrail, { text: '查验证照文书', href: '/verify' }]}
      problems={problems}
    >
      <PageHeading title={title} />
      {same !== undefined && <Compared same={same} />}
      {view.genuine ? <Genuine visit={visit} token={token} view={view} problems={problems} /> : <Unknown />}
    </Layout>
  )
}

/** What a person asks first; a file that differs is never headed as genuine because its number is. */
function headingOf({ genuine, over }: VerifyView, same: boolean | undefined): string {
  if (!genuine) return '没有查到这份文书'
  if (over === true) return '这份文书是真的，但是已经不能用了'
  return same === false ? '您上传的文件和原件不一样' : '这份文书是真的'
}

function Genuine({
  visit,
  token,
  view,
  problems,
}: VerifyPageProps & { problems: readonly Problem[] }): VNode {
  const rows = [
    { label: '名称', content: view.title },
    { label: '文号', content: view.number },
    { label: '出具机关', content: view.body },
    { label: '现在的状态', content: view.status },
    ...(view.fields ?? []).map((field) => ({ label: field.label, content: field.text })),
  ].flatMap((row) => (row.content === undefined ? [] : [{ label: row.label, content: row.content }]))
  return (
    <>
      {view.demo && (
        <NoticeBox tone="warn" title="演示文书，没有法律效力">
          <p>这份文书由演示系统出具，人和事都是虚构的。</p>
        </NoticeBox>
      )}
      {view.over === true && (
        <NoticeBox tone="bad" title="已经不能用了">
          <p>{view.status}。请让出示的人重新开具，或者向出具单位问清楚。</p>
        </NoticeBox>
      )}
      <section class="verify-paper" aria-label="登记内容">
        <SummaryList rows={rows} />
      </section>
      <p class="muted">
        为保护个人信息，姓名和号码只显示一部分。请和您手里的文书逐项对一对，不一致就是假的。
      </p>
      {view.onPaper !== true && (
        <section class="guide-section" aria-labelledby="compare">
          <h2 id="compare">手里是电子文件？可以逐字节比对</h2>
          <form
            class="material-upload"
            method="post"
            action={`/verify/${encodeURIComponent(token)}`}
            encType="multipart/form-data"
            noValidate
          >
            <CsrfField visit={visit} />
            <label class="field-label" for="field-file">
              选择您收到的PDF或OFD文件
            </label>
            <CompareError problems={problems} />
            <input
              class="field-input"
              id="field-file"
              name="upload"
              type="file"
              accept="application/pdf,.ofd"
              aria-invalid={problems.length > 0 ? true : undefined}
              aria-describedby={problems.length > 0 ? 'field-file-error' : undefined}
            />
            <p class="muted">文件只用来比对，不会保存。</p>
            <ButtonRow>
              <Button tone="normal">比对</Button>
            </ButtonRow>
          </form>
        </section>
      )}
    </>
  )
}

function CompareError({ problems }: { problems: readonly Problem[] }): VNode | null {
  const { error } = errorAt(problems, 'field-file')
  return error === undefined ? null : (
    <p class="field-error" id="field-file-error">
      {error}
    </p>
  )
}

function Compared({ same }: { same: boolean }): VNode {
  return same ? (
    <NoticeBox tone="good" title="文件没有改动过" live>
      <p>您上传的文件和出具时的原件完全一样。</p>
    </NoticeBox>
  ) : (
    <NoticeBox tone="bad" title="文件和原件不一样" live>
      <p>
        登记的文书是真的，这个文件可能被改过，也可能是另存、转换或打印后扫描的。请向给您文件的人要原件，或者按下面的登记内容核对。
      </p>
    </NoticeBox>
  )
}

function Unknown(): VNode {
  return (
    <NoticeBox tone="bad" title="系统里没有这个核验码或者网址">
      <p>请检查有没有输错。确认没有输错的，这份文书不是本平台出具的，请不要相信，可以拨打 12345 反映。</p>
    </NoticeBox>
  )
}
