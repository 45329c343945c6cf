import type { Why } from '../search/answer.ts'

/** Why an item stands in the list where neither its name nor what people call it holds the words that were typed. */
export function whySentence(why: Why): string | undefined {
  switch (why.kind) {
    case 'said':
      return undefined
    case 'understood':
      return `按“${why.said}”理解为“${why.means.replaceAll(' ', '、')}”`
    case 'sound':
      return `按读音相近找到“${why.phrase}”`
    case 'pinyin':
      return `按拼音找到“${why.phrase}”`
    case 'text':
      return '说明里写到了您说的事'
  }
}

export const searchWords = { cut: '您写得比较长，只按前40个字找。短一点，只写要办的事，找得更准。' } as const
