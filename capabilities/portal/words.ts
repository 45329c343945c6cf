import { agencyWords } from '#capabilities/agency/index.ts'
import { caseRefusalWords } from '#capabilities/case/index.ts'
import { catalogueWords } from '#capabilities/catalogue/index.ts'
import { evaluationRefusalWords } from '#capabilities/evaluation/index.ts'
import { guideRefusalWords } from '#capabilities/guide/index.ts'
import { notificationRefusalWords } from '#capabilities/notification/index.ts'
import { authWords } from '#platform/auth/words.ts'
import { fileWords } from '#platform/files/words.ts'
import { sentence, type Sentences } from '#platform/http/problem.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { PageRefusal } from './contract.ts'

export const portalWords: Sentences = {
  'signed-out': '您还没有登录或登录已过期，请重新登录；已保存的草稿还在。',
  'sign-in-wrong':
    '账号或密码不对，请核对后再输入。家里几个人共用一个手机号的，请用身份证号登录。忘记密码的，请带身份证到任一便民服务中心重新设；刚才输错过好几次的，请过30分钟再试。',
  'account-locked': '连续输错 5 次，账号已锁定 30 分钟。请稍后再试。',
  'password-must-change':
    '这个密码是工作人员替您设的。请带身份证到任一便民服务中心，设一个只有您知道的密码。',
  'login-taken': '这个账号名已有人使用，请换一个。',
  'register-not-possible':
    '用这些信息不能再注册新账号。如果您以前注册过，请直接登录；忘记密码或信息有误的，请带身份证到任一便民服务中心处理。',
  'identity-not-confirmed':
    '姓名和身份证号没有通过核验，请照身份证重新填写；仍不行请带身份证到任一便民服务中心办理。',
  'identity-provider-missing': '本站还没有接通实名核验，暂时不能注册。请到任一便民服务中心的窗口办理。',
  'register-invalid': '填写的内容有误，请按提示改正后再提交。',
  'scene-not-found': '没有这个主题，请从首页重新选择。',
  'domain-not-found': '没有这个办事分类，请从首页重新选择。',
  'not-online': '这件事还不能网上申请，请按指南到窗口办理。',
  'draft-not-found': '没有找到这份草稿，可能已经提交或删除。请到“我的办件”里看看。',
  'too-many-drafts': ({ max }) => `您已经有${String(max)}份没有提交的草稿，请先提交或删除几份。`,
  'draft-incomplete': '还有内容没有填，请按提示补全后再提交。',
  'region-unknown': '没有查到这个村或社区，请从列表里重新选择。',
  'place-not-offered': '这件事不在所选的地方收件，请从列表里重新选择。',
  'draft-file-not-found': '没有找到这个文件，可能已经删除。请刷新页面看看。',
  'draft-at-counter':
    '这份草稿正在窗口接着办，网上暂时不能改。想自己接着填，请在“我的办件”的草稿里点“拿回来自己填”。',
  'draft-being-filed': '这份草稿正在提交，请过一会儿刷新“我的办件”看结果，不用再交一遍。',
  'draft-other-item': '这份草稿申请的是另一个事项，不能用来提交这件事。请返回收件台重新选择事项。',
  'draft-person-unknown':
    '没有找到姓名和身份证号都对得上的网上账号，不能替他保存草稿。请核对证件，请本人先在网上注册，或者直接在窗口收件。',
  'pick-up-too-often':
    '取件码输错次数太多，这个岗位半小时内不能再取件。请核对取件码，或者请申请人在网上自己办完。',
  'name-check-too-often': '这个岗位半小时内不能再核对姓名。请看清证件原件，照常收件。',
  'pick-up-not-found':
    '没有找到可以接着办的草稿。请核对8位取件码和身份证号后四位；取件码三天有效、只能用一次、输错五次作废，可以请申请人在网上重新生成。',
  'together-not-found': '没有找到这份一起办的申请，可能已经提交。请到“我的办件”里看看。',
  'together-count': ({ max }) => `请选两件到${String(max)}件一起办；只办一件的，请从那件事的指南里申请。`,
  'promise-to-confirm': '告知承诺书的内容更新了，请重新看一遍，再选择办理方式。您填的内容都还在。',
  'commitment-not-offered':
    '按您现在填的情况，这件事不能用告知承诺的方式办。请回到“办理方式”改选一般办理，已填的内容都还在。',
  'commitment-blocked':
    '您以前有承诺不属实的记录，信用修复以前不能再用告知承诺。请改选一般办理，把材料交齐；觉得不对的，请带身份证到窗口核实。',
  'data-not-found': '没有找到这一条，可能已经删除。请刷新“我的数据”看看。',
  'query-not-matched':
    '没有查到。请对着申请材料接收凭证核对25位办件编号和6位查询码；都对还查不到的，请拨打12345或到窗口问。',
  'query-locked': '这个编号输错次数太多，请过30分钟再查，或者登录后在“我的办件”里看。',
  'undertaking-not-found': '没有找到这件事的指南，可能已经调整。请在首页重新搜索。',
  'utility-not-connected':
    '这里还没有接通缴费系统，查不了欠费。请到供应单位营业厅或者它的网上渠道查询、缴费。',
  'utility-gateway-down': '供应单位的系统暂时没有回应，请过几分钟再查；着急缴费的，请到供应单位营业厅。',
  'utility-nothing-owed': '这个户号现在没有欠费，或者户号不对。请对照缴费单核对费用种类和户号。',
  'certificate-not-listed':
    '这种证明不在本县（区）的清单里，村（社区）不开。谁要您交，就请谁说明依据；说不清的，可以拨打12345反映。',
  'certificate-asked-already': '您申请过同一种证明，还没有答复，不用再申请。请在“我的证明”里看进度。',
  'certificate-moved-on': '这份证明刚才有了新的进展，不能再撤回。请刷新“我的证明”看看。',
  'certificate-not-your-step': '这一步您不能办。请刷新“我的证明”看看现在的情况。',
  'item-changed': '您填写期间，这个事项的办事指南更新了。请看一遍新的要求再提交，已填的内容还在。',
}

const sentences: Sentences = {
  ...guideRefusalWords,
  ...catalogueWords,
  ...fileWords,
  ...authWords,
  ...evaluationRefusalWords,
  ...notificationRefusalWords,
  ...caseRefusalWords,
  ...agencyWords,
  ...portalWords,
}

/** A refusal as a page shows it: its sentence, and the fields or materials it is about. */
export function said(refused: Refusal): PageRefusal {
  const problems = problemsIn(refused.facts ?? {})
  return {
    refused: true,
    code: refused.code,
    sentence: sentence(refused, sentences),
    ...(problems.length === 0 ? {} : { problems }),
  }
}

function problemsIn({
  problems,
  materials,
}: Readonly<Record<string, unknown>>): { field: string; message: string }[] {
  const found = Array.isArray(problems) ? (problems as unknown[]) : []
  const named = found.flatMap((problem) =>
    isProblem(problem) ? [{ field: problem.field, message: problem.message }] : [],
  )
  const missing = Array.isArray(materials) ? materials.filter((each) => typeof each === 'string') : []
  return [...named, ...missing.map((field) => ({ field, message: '这份材料需要补齐或改正' }))]
}

function isProblem(value: unknown): value is { field: string; message: string } {
  return typeof value === 'object' && value !== null && 'field' in value && 'message' in value
}

/** Told apart by the sentence: a refusal of a capability has none yet. */
export function isPageRefusal<T>(value: T | PageRefusal): value is PageRefusal {
  return typeof value === 'object' && value !== null && 'refused' in value && 'sentence' in value
}
