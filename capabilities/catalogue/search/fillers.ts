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
  ...['的', '了', '吗', '呢', '啊', '吧', '呀', '嘛', '么', '不'],
]

/** Counting words between a verb and its noun: 开一家书店 is 开书店, 办个执照 is 办执照; 个体 and 个人 are words of their own. */
const COUNTED =
  /[一两几](?:[家间台块辆头份]|个(?![体人]))|个(?![体人])|家(?=[店馆厂公])|间(?=[店馆厂铺])|台(?=[车拖收农])|块(?=[地宅])/gu

const AROUND_PATTERN = new RegExp(AROUND.toSorted((one, other) => other.length - one.length).join('|'), 'gu')

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
