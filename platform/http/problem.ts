import type { Refusal } from '../refusal.ts'

/** RFC 9457, with the stable code, a Chinese sentence and the legal basis. */
export interface Problem {
  type: 'about:blank'
  title: string
  status: number
  code: string
  detail: string
  basis?: string
  facts?: Readonly<Record<string, unknown>>
}

/** Words for refusals by code; every capability brings its own. */
export type Sentences = Readonly<
  Record<string, string | ((facts: Readonly<Record<string, unknown>>) => string)>
>

const STATUS: Readonly<Record<string, number>> = {
  'signed-out': 401,
  'sign-in-wrong': 401,
  'account-locked': 429,
  'too-many-attempts': 429,
  'pick-up-too-often': 429,
  'form-expired': 403,
  'form-from-elsewhere': 403,
  'password-must-change': 403,
  forbidden: 403,
  'not-your-step': 403,
  'power-none': 403,
  'power-expired': 403,
  'power-taken-back': 403,
  'power-not-yet': 403,
  'power-other-place': 403,
  'place-out-of-sight': 403,
  'not-found': 404,
  'input-invalid': 400,
  'file-too-large': 413,
  'import-file-too-large': 413,
  'file-type-not-allowed': 415,
  fault: 500,
  'database-unavailable': 503,
}

export function statusOf(code: string): number {
  return STATUS[code] ?? (code.endsWith('-not-found') ? 404 : 409)
}

export function problem(refused: Refusal, sentences: Sentences): Problem {
  const status = statusOf(refused.code)
  return {
    type: 'about:blank',
    title: TITLES[status] ?? '未能办理',
    status,
    code: refused.code,
    detail: sentence(refused, sentences),
    ...(refused.basis === undefined ? {} : { basis: refused.basis }),
    ...(refused.facts === undefined ? {} : { facts: refused.facts }),
  }
}

export function sentence(refused: Refusal, sentences: Sentences): string {
  const words = sentences[refused.code]
  if (words === undefined) return '这一步现在不能办理，请刷新页面后再试；仍不行请联系窗口。'
  return typeof words === 'string' ? words : words(refused.facts ?? {})
}

const TITLES: Readonly<Record<number, string>> = {
  400: '填写有误',
  401: '需要登录',
  403: '没有权限',
  404: '没有找到',
  409: '现在不能办理',
  413: '文件太大',
  415: '文件类型不支持',
  429: '请稍后再试',
  500: '系统出了故障',
  503: '请稍后再试',
}

/** Sentences of the HTTP layer itself. */
export const httpSentences: Sentences = {
  'signed-out': '您还没有登录或登录已过期，请重新登录；已保存的内容不会丢失。',
  forbidden: '您当前的岗位没有这项权限。如需办理，请切换岗位或联系管理员。',
  'not-found': '没有找到您要的内容，请检查地址，或从首页重新查找。',
  'input-invalid': ({ problems }) =>
    `填写的内容有误，请按提示改正后再提交。${Array.isArray(problems) ? problems.slice(0, 3).join('；') : ''}`,
  'request-reused': '同一个提交编号已用于另一份内容。请刷新页面后重新提交。',
  'changed-since-read': '您打开页面之后，这件事又有了新的进展。请看最新情况再决定。',
  'too-many-attempts': '操作太频繁，请稍后再试。',
  fault: '系统出了故障，您的内容没有丢失。请稍后再试；仍不行请联系窗口。',
  'database-unavailable':
    '系统正在恢复，暂时不能办理。请等几秒钟再试一次；刚才的提交如果已经办成，不会重复办理。',
}
