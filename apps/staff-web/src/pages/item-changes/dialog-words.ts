export const commentWords = {
  say: '写意见',
  about: (label: string) => `对“${label}”写意见`,
  send: '写好了',
  cancel: '不写了',
  said: '意见已记下。',
}

export const leavingWords = {
  title: (count: number) => `有${count}处修改还没有保存`,
  text: '先回去，可以再按“保存修改”。也可以先离开：没有保存的内容在这台电脑上留12小时，回来接着改，送审时不会带上。',
  stay: '回去保存',
  leave: '先离开，下次接着改',
  throwAway: '不要这些修改',
}

export const keyWords = {
  save: '保存修改（写字时按Ctrl+S）',
  undo: '撤销一步（Ctrl+Z）',
  redo: '重做一步（Ctrl+Y）',
  next: '下一部分（写字时按Alt+PageDown）',
  previous: '上一部分（写字时按Alt+PageUp）',
  find: '查找填写项（Ctrl+K）',
  field: (part: string, label: string) => `${part}：${label}`,
}

export const pickWords = {
  materials: {
    button: '从常用材料里选',
    title: '常用材料',
    text: '别的事项也在要的材料。选一份，名称、要求和来源照用，可以再改。',
    search: '按名称查找',
    none: '没有找到。可以自己增加一份。',
    taken: '清单里已经有了',
    used: (names: readonly string[], count: number) =>
      `${count}个事项在用：${names.join('、')}${count > names.length ? '等' : ''}`,
  },
  elements: {
    button: '从常用填写项里选',
    title: '常用填写项',
    text: '各张申请表共用的内容。选了以后，申请人填过一次，别的申请表不用再填。',
    search: '按名称查找',
    none: '没有找到。可以自己增加一项。',
    taken: '申请表里已经有了',
    used: () => '',
  },
  pick: '选用',
  pickOf: (name: string) => `选用：${name}`,
  close: '关闭',
  picked: (name: string) => `已选用“${name}”，保存后生效。`,
}

export const pickItemWords = {
  find: '输入名称查找',
  finding: '正在查找…',
  none: '没有找到，换个词试试',
  failed: '现在查不到，请稍后再试',
  others: (name: string, decides?: string) => `${name}（由${decides ?? '镇、街道'}编制）`,
  underWay: (name: string) => `${name}（有一次变更在办）`,
}

export const newItemWords = {
  button: '新增一个事项',
  title: '新增一个事项',
  text: '起草、审定、定好日期以后才会公开。',
  from: '从哪里开始',
  kinds: {
    upper: '上级目录里有的事项，承接过来',
    copy: '照着本区的一个事项写',
    nothing: '从头写起',
  },
  upper: '承接哪个事项',
  upperNone: '上级目录里的事项，本区都已经有了。',
  copy: '照着哪个事项写',
  name: '新事项的名称',
  domain: '属于哪个领域',
  itemType: '事项类型',
  itemTypes: {
    '01': '行政许可',
    '05': '行政给付',
    '07': '行政确认',
    '08': '行政奖励',
    '09': '行政裁决',
    '10': '其他行政权力',
    '20': '公共服务',
  },
  projectType: '办件类型',
  projectTypes: { '1': '即办件，当场办完', '2': '承诺件，承诺时限内办完' },
  reason: '为什么新增',
  reasonHint: '例如：省里新下放的事项',
  begin: '开始起草',
  choose: (what: string) => `请选择“${what}”。`,
  nameMissing: '请填写新事项的名称。',
  reasonMissing: '请写明为什么新增，至少4个字。',
}

export const compareWords = {
  title: '对照',
  part: '内容',
  before: '现行版本',
  now: '草稿',
  nothing: '没有',
  none: '草稿和现行版本一样。',
  isNew: '这是一个新事项，没有现行版本可以对照。',
  line: (one: string, name: string) => `${one}：${name}`,
  more: '其他变化',
}

export const previewWords = {
  tab: '草稿预览',
  text: '群众将来看到的样子。没有发布以前，只有编制和审定人员看得到。',
  guide: '办事指南',
  form: '申请表',
  frame: { guide: '办事指南预览', form: '申请表预览' },
  papers: '下载来看（PDF）',
  paperNames: {
    full: '办事指南（完整版）',
    short: '一次性告知单',
    'form-blank': '空白表格',
    'form-sample': '示范文本',
    'result-sample': '结果样本',
  },
  saved: '预览的是上次保存的内容。',
}

export const tabWords = { now: '办理', compare: '对照', preview: '预览', said: '意见', story: '经过' }
