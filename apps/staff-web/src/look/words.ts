import type { ColourChoice } from './colours.ts'

export const lookWords = {
  colours: '颜色',
  choices: {
    system: '跟随电脑',
    light: '浅色',
    dark: '深色',
    'contrast-light': '高对比，白底黑字',
    'contrast-dark': '高对比，黑底亮字',
  } satisfies Record<ColourChoice, string>,
}
