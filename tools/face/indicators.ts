/** How things stand with one indicator. */
export type State =
  /** Holds on every page; the evidence says which test or measure shows it. */
  | 'holds'
  /** There is nothing here that it speaks of. */
  | 'does-not-arise'
  /** Holds with the exception that the evidence names. */
  | 'partly'
  /** Nobody has checked it: it needs people, a device or the standard itself. */
  | 'unchecked'

/** Of WCAG; the standard's own three levels are to be matched. */
export type Level = 'A' | 'AA' | 'AAA'
type Principle = '可感知' | '可操作' | '可理解' | '兼容'

export interface Indicator {
  no: number
  principle: Principle
  /** What is asked, in our words. */
  asks: string
  /** The criterion of WCAG that asks the same. */
  wcag: string
  level: Level
  state: State
  evidence: string
}

/**
 * GB/T 37668-2019 has 58 indicators: 20 of level one, 17 more of level two, 21 more of level three. Its text was not at hand. The list
 * follows WCAG 2.0, on which it is built; wording, order and level of each are ours and to be matched when the text is bought ([K]).
 */
const list: readonly Omit<Indicator, 'no'>[] = [
  ...group('可感知', [
    [
      'A',
      '1.1.1',
      '图片、图标、按钮有文字说明',
      'partly',
      'axe 每页每态为零；申请人自己上传的照片没有说明，无障碍说明页已写明',
    ],
    ['A', '1.1.1', '验证码有不靠看的办法', 'does-not-arise', '全站没有验证码；登录次数由服务器限制'],
    ['A', '1.2.1', '只有声音或只有画面的内容有文字', 'does-not-arise', '没有音频、视频'],
    ['A', '1.2.2', '录播视频有字幕', 'does-not-arise', '没有视频'],
    ['A', '1.2.3', '录播视频有说明或文字稿', 'does-not-arise', '没有视频'],
    ['AA', '1.2.4', '直播有字幕', 'does-not-arise', '没有直播'],
    ['AA', '1.2.5', '录播视频有口述影像', 'does-not-arise', '没有视频'],
    ['AAA', '1.2.6', '视频有手语', 'does-not-arise', '没有视频'],
    ['AAA', '1.2.7', '口述影像能加长', 'does-not-arise', '没有视频'],
    ['AAA', '1.2.8', '视频有完整文字稿', 'does-not-arise', '没有视频'],
    ['AAA', '1.2.9', '直播声音有文字', 'does-not-arise', '没有直播'],
    ['A', '1.3.1', '标题、列表、表格、表单的关系写在结构里', 'holds', 'axe 每页每态为零；组件示例逐个检查'],
    ['A', '1.3.2', '读的顺序和看的顺序一致', 'holds', '页面没有脚本和样式也能办完：web.test.ts、stories'],
    ['A', '1.3.3', '不只靠形状、位置、声音说明', 'holds', '说明文字都写出名称；words.ts 逐句复核'],
    ['A', '1.4.1', '不只靠颜色表示意思', 'holds', '标签、步骤、提示都带字：ui/README.md，组件示例'],
    ['A', '1.4.2', '自动播放的声音能停', 'does-not-arise', '没有声音'],
    ['AA', '1.4.3', '文字对比度不低于 4.5:1', 'holds', 'ui/tokens/contrast.test.ts；axe 浅色、深色、高对比'],
    ['AA', '1.4.4', '文字放大到两倍不丢内容', 'holds', '320 px 不左右滚动，每页每态；大字版 150 %'],
    ['AA', '1.4.5', '不用图片写字', 'holds', '页面没有写字的图片；印章在文书里，旁边有文字'],
    ['AAA', '1.4.6', '文字对比度不低于 7:1', 'partly', '高对比主题达到；平常的浅色、深色只保证 4.5:1'],
    ['AAA', '1.4.7', '背景声音很低或没有', 'does-not-arise', '没有声音'],
    [
      'AAA',
      '1.4.8',
      '行宽、行距、对齐便于读，颜色能自己选',
      'partly',
      '行距 1.5 倍以上、左对齐、颜色可选；行宽在宽屏上没有逐页量过',
    ],
  ]),
  ...group('可操作', [
    ['A', '2.1.1', '所有功能用键盘都能做', 'holds', 'stories/keyboard-alone、stories/apply-by-keyboard'],
    ['A', '2.1.2', '焦点不会困在一处', 'holds', '同上：每一步都从 Tab 走到；对话框按 Esc 退出'],
    ['AAA', '2.1.3', '键盘操作没有例外', 'partly', '手写签名可以改为上传或到窗口签，本身要用手或鼠标'],
    ['A', '2.2.1', '限时操作能延长', 'holds', '自助终端结束前半分钟先问；草稿随时保存，登录过期不丢所填内容'],
    ['A', '2.2.2', '滚动、闪动、自动更新能停', 'holds', '大厅屏有“停止翻页”；设了减少动态的不自动翻页'],
    ['AAA', '2.2.3', '没有时间限制', 'partly', '除自助终端和登录时效外没有；两者出于安全'],
    ['AAA', '2.2.4', '打断能推迟', 'holds', '网页不弹出打断的消息'],
    [
      'AAA',
      '2.2.5',
      '重新登录后接着做，不丢内容',
      'holds',
      '草稿按步保存；工作台过期对话框保留所填内容：session/expired-dialog',
    ],
    ['A', '2.3.1', '一秒内闪动不超过三次', 'holds', '没有闪动的内容；大厅屏 12 秒翻一页'],
    ['AAA', '2.3.2', '没有任何闪动超过三次', 'holds', '没有闪动的内容'],
    ['A', '2.4.1', '能跳过重复的栏目', 'holds', '每页第一个链接是“跳到正文”；page-shell 示例'],
    ['A', '2.4.2', '每页有说明内容的标题', 'holds', 'Layout 强制写标题；填错时标题先说“需要改正”'],
    ['A', '2.4.3', '焦点顺序合理', 'holds', '键盘故事按 Tab 顺序走完全程；错误汇总先得焦点'],
    ['A', '2.4.4', '链接文字说得清去哪里', 'holds', 'axe link-name；同名链接带读屏补充文字'],
    ['AA', '2.4.5', '不止一条路找到页面', 'holds', '搜索、场景、领域、首页列表'],
    ['AA', '2.4.6', '标题和标签说得清', 'unchecked', '要由真人读；机器只能查有没有'],
    ['AA', '2.4.7', '看得见焦点在哪里', 'holds', 'tokens focus；各主题对比度测试'],
    ['AAA', '2.4.8', '说得出现在在哪一级', 'holds', '面包屑和步骤条'],
    ['AAA', '2.4.9', '单看链接文字就知道去哪里', 'partly', '列表里的“修改”“下载PDF”靠读屏补充文字'],
    ['AAA', '2.4.10', '内容分节有小标题', 'holds', '页面按 section 和标题分节'],
  ]),
  ...group('可理解', [
    ['A', '3.1.1', '页面写明语言', 'holds', 'html lang="zh-CN"；axe'],
    ['AA', '3.1.2', '外语片段写明语言', 'does-not-arise', '页面没有外语段落'],
    ['AAA', '3.1.3', '术语有解释', 'partly', '指南用大白话在前、正式名称在后；没有逐词术语表'],
    ['AAA', '3.1.4', '缩写有全称', 'unchecked', '要逐页由真人核'],
    ['AAA', '3.1.5', '文字初中水平读得懂', 'partly', '文字检查拦长句和套话；没有找真人测过'],
    ['AAA', '3.1.6', '多音、生僻字有读音', 'unchecked', '地名、姓名里的生僻字没有注音'],
    ['A', '3.2.1', '得到焦点时页面不变', 'holds', '没有在得到焦点时跳转的脚本；键盘故事'],
    ['A', '3.2.2', '填写时页面不自己跳走', 'holds', '提交才换页；选择后只展开追问'],
    ['AA', '3.2.3', '导航位置每页一致', 'holds', '同一个 page-shell'],
    ['AA', '3.2.4', '同样的功能叫同样的名字', 'holds', '按钮文字来自 words.ts 和组件'],
    ['A', '3.3.1', '填错了指得出哪里错', 'holds', '错误汇总加逐项提示：*-wrong 示例'],
    ['A', '3.3.2', '要填的都有标签或说明', 'holds', 'axe label；每个字段组件带标签'],
    ['AA', '3.3.3', '填错了说怎么改', 'holds', '拒绝代码都有“接下来怎么办”的句子'],
    ['AA', '3.3.4', '重要提交前能核对、能改', 'holds', '提交前核对页；提交后可撤回'],
  ]),
  ...group('兼容', [
    ['A', '4.1.1', '标记没有语法错误，编号不重复', 'holds', '标记由组件生成；axe duplicate-id-aria'],
    [
      'A',
      '4.1.2',
      '自制控件报得出名称、角色、状态',
      'partly',
      'axe 为零；国产读屏软件（争渡、阳光）没有实机测过',
    ],
  ]),
]

export const indicators: readonly Indicator[] = list.map((indicator, at) => ({ no: at + 1, ...indicator }))

/** How many indicators the standard has on its levels one, two and three. */
export const OF_THE_STANDARD = [20, 17, 21] as const

type Row = readonly [level: Level, wcag: string, asks: string, state: State, evidence: string]

function group(principle: Principle, rows: readonly Row[]): Omit<Indicator, 'no'>[] {
  return rows.map(([level, wcag, asks, state, evidence]) => ({
    principle,
    level,
    wcag,
    asks,
    state,
    evidence,
  }))
}
