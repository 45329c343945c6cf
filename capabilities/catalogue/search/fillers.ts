import { pinyin } from 'pinyin-pro'
import { runsOf } from './signs.ts'

/** What people say around what they mean; it stands in every question and tells none from another. */
const AROUND = [
  ...[
    '请问一下',
    '请问',
    '谢谢您',
    '谢谢',
    '你好',
    '您好',
    '麻烦',
    '帮我',
    '帮忙',
    '告诉我',
    '我想要',
    '我想',
    '我要',
    '想要',
    '想问',
    '想',
    '打算',
    '准备',
  ],
  ...[
    '怎么办理',
    '怎么申请',
    '怎么办',
    '怎么弄',
    '怎么领',
    '怎么样',
    '怎么',
    '怎样',
    '如何',
    '咋办',
    '咋弄',
    '咋',
  ],
  ...[
    '去哪里',
    '去哪儿',
    '去哪',
    '到哪里',
    '到哪儿',
    '到哪',
    '在哪里',
    '在哪儿',
    '在哪',
    '哪里',
    '哪儿',
    '什么地方',
    '哪个部门',
  ],
  ...['需要什么', '要什么', '办什么', '什么', '需要', '要带啥', '要啥', '办啥', '啥', '得先', '先办'],
  ...[
    '能不能',
    '可不可以',
    '可以',
    '可否',
    '行不行',
    '要不要',
    '用不用',
    '有没有',
    '是不是',
    '还用',
    '能够',
    '管不管',
  ],
  ...['办理', '申请', '办一下', '弄一下', '一下', '怎么回事', '这个', '那个'],
  ...['的', '了', '吗', '呢', '啊', '呀', '嘛', '么', '不'],
]

/** Counting words between a verb and its noun: 开一家书店 is 开书店, 办个执照 is 办执照; 个体 and 个人 are words of their own. */
const COUNTED =
  /[一两几](?:[家间台块辆头份]|个(?![体人]))|个(?![体人])|家(?=[店馆厂公])|间(?=[店馆厂铺])|台(?=[车拖收农])|块(?=[地宅])/gu

/** 网吧 and 酒吧 are places, “去办吧” is none. */
const PARTICLE = '(?<![网酒氧书餐水])吧'

const AROUND_PATTERN = new RegExp(
  [...AROUND.toSorted((one, other) => other.length - one.length), PARTICLE].join('|'),
  'gu',
)

/** The runs that mean something; none where everything is filler. */
export function meaningOf(text: string): string[] {
  return runsOf(text).flatMap((run) =>
    run
      .replaceAll(COUNTED, '')
      .replaceAll(AROUND_PATTERN, ' ')
      .split(' ')
      .filter((part) => part !== ''),
  )
}

/** The same in letters; a single syllable may be part of any word. */
const TYPED = new Set(
  AROUND.filter((words) => words.length > 1).map((words) => pinyin(words, { toneType: 'none', v: true })),
)
const TYPED_MAX = 4

/** Stands in typed syllables where words between were left out. */
export const GAP = ''

/** Of typed syllables those that mean something, with gaps; all of them where nothing else would be left. */
export function withoutTypedFillers(syllables: readonly string[]): string[] {
  const left: string[] = []
  for (let at = 0; at < syllables.length; at += 1) {
    let taken = TYPED_MAX
    while (taken > 1 && !TYPED.has(syllables.slice(at, at + taken).join(' '))) taken -= 1
    if (taken > 1) {
      at += taken - 1
      left.push(GAP)
    } else left.push(syllables[at]!)
  }
  return left.every((syllable) => syllable === GAP) ? [...syllables] : left
}

/** Words of every second matter: they belong to the question and yet tell hardly anything about which one is meant. */
const ABOUT_ANYTHING = new Set([
  ...['手续', '许可', '可证', '审批', '办证', '登记', '备案', '申请', '证明', '认定', '证件'],
  ...[
    '补贴',
    '补助',
    '津贴',
    '公司',
    '免费',
    '政府',
    '国家',
    '没钱',
    '领钱',
    '多少',
    '少钱',
    '困难',
    '开个',
    '办个',
    '人员',
  ],
])

/** Whether two signs beside each other are such a word. */
export const isAboutAnything = (sign: number, next: number): boolean =>
  sign === TO_HANDLE || next === TO_HANDLE || ABOUT_ANYTHING.has(String.fromCharCode(sign, next))

/** 办 stands before every matter and behind every place. */
const TO_HANDLE = '办'.charCodeAt(0)
