import type { VNode } from 'preact'
import { Button, ButtonRow, LongTextField, NoticeBox, type Problem } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'

export interface Asking {
  /** Made with the page, so that two presses are one question. */
  requestId: string
  asked?: boolean
  text?: string
  problems?: readonly Problem[]
}

/** 没找到答案？ Whoever does not find the answer asks here; what many ask comes into the guide. */
export function Ask({ visit, item, asking }: { visit: Visit; item: string; asking: Asking }): VNode {
  const { requestId, asked = false, text = '', problems = [] } = asking
  return (
    <section class="guide-section no-print" aria-labelledby="ask-us">
      <h2 id="ask-us">上面没有您要的答案？</h2>
      {asked && (
        <NoticeBox tone="good" title="收到了您的问题" live>
          <p>同样的问题问的人多了，答案会写在“大家常问”里。急着知道的，请拨打上面的咨询电话。</p>
        </NoticeBox>
      )}
      <form method="post" action={`/items/${item}/questions`} noValidate>
        <CsrfField visit={visit} />
        <input type="hidden" name="requestId" value={requestId} />
        <LongTextField
          id="field-question"
          name="question"
          label="您想问什么"
          hint="不用登录。不要写姓名、身份证号和电话，这里不会单独回复。"
          required
          rows={3}
          maxLength={200}
          value={text}
          {...errorAt(problems, 'field-question')}
        />
        <ButtonRow>
          <Button tone="normal">提问</Button>
        </ButtonRow>
      </form>
    </section>
  )
}
