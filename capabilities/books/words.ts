import type { Sentences } from '#platform/http/problem.ts'
import type { BookRefusalCode } from './contract/book.ts'

const sentences: Record<BookRefusalCode, string | ((facts: Readonly<Record<string, unknown>>) => string)> = {
  'book-not-found': '没有这本台账，或者您的岗位看不到它。',
  'book-entry-not-found': '台账里没有这一条，或者您的岗位看不到它。',
  'book-entry-moved-on': '这一条刚刚有了变化。请看过现在的内容再决定。',
  'book-not-your-step': '这一步不归您的岗位办。请交由办理这一步的岗位。',
  'book-own-hand': '这一条是您经手写的，要由另一个人来审。',
  'book-entry-exists': '已经有一条同样的还没有办结。请在那一条上继续办理。',
  'book-reference-unknown': ({ title }) => `“${String(title)}”里选的在目录中找不到。请重新选择。`,
  'book-not-due': '还没有到日子。',
  'book-photo-unknown': '没有查到这张照片，可能放得太久已经清理。请重新上传。',
  'book-photo-not-clean': '这张照片没有通过安全检查。请换一张重新上传。',
}

export const bookSentences: Sentences = sentences

export const bookWords = {
  yes: '是',
  no: '否',
  system: '系统',
  staff: '工作人员',
  overdue: '到期没有办理',
  began: '到了起始日，生效',
  lapsed: '期限届满，自动失效',
  noEnd: '长期',
  photo: '照片',
} as const
