import type { NoticeKind } from '../contract/notice-routes.ts'

/** One line of the bell: what happened, and by that what to do next. No names: the list may lie open on a counter. */
export const noticeWords: Readonly<Record<NoticeKind, string>> = {
  assigned: '指派给您办',
  'handed-over': '同事移交给您办',
  countersign: '请您会签',
  approve: '等您审批',
  extension: '申请延长期限，等您批',
  'extension-answered': '您提出的延期有了答复',
  'opinion-asked': '请本机构出具意见',
  'opinion-given': '征求的意见回来了',
  returned: '退回给您重办',
  supplied: '补正材料已交来，请核对',
  'paper-added': '申请人自己又交了材料，请核对',
  'gap-supplied': '容缺的材料已补来，请核对',
  objection: '公示期间有人提出异议，请答复',
  hearing: '有人要求听证，请安排',
  urged: '催您办理，请尽快办，并答复催办',
  'urge-answered': '您催办的有了答复',
  withdrawn: '申请已撤回，不用再办',
}
