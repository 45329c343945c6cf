import type { Example, Usage } from '../example.ts'
import { ErrorSummary } from './error-summary.tsx'

export const usage: Usage = {
  title: '错误汇总',
  when: '提交后有没填对的地方。放在正文最前，每条点一下就到那一格。',
  whenNot: '只是提醒、不挡提交时用提示框。',
}

export const examples: Example[] = [
  { title: '一处', node: <ErrorSummary problems={[{ message: '账号或者密码不对，请再试一次' }]} /> },
  {
    title: '两处',
    node: (
      <div>
        <ErrorSummary
          problems={[
            { target: 'field-x', message: '请填写“姓名”' },
            { target: '/apply/1/form#field-y', message: '请填写“电话”' },
          ]}
        />
        <input class="field-input" id="field-x" aria-label="姓名" />
      </div>
    ),
  },
]
