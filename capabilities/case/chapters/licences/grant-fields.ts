import { chineseDay } from '#engine/clock/explain.ts'
import type { ActField } from '../../contract/act-field.ts'
import type { About } from '../page.ts'
import { termOffered } from './term.ts'

/** What a grant asks: what is decided, and its last day as far as the item's rule leaves it to the approver. */
export function grantFields({ item, dossier, today }: About): ActField[] {
  const { about } = dossier
  const { given, atMost, required, none, basis } = termOffered({
    ...{ item, today },
    ...(about === undefined ? {} : { about }),
  })
  const until: ActField = {
    ...{ name: 'validUntil', label: '有效期至', type: 'date', required },
    ...(given === undefined ? {} : { start: given }),
    hint: [
      given === undefined ? (required ? '' : '没有期限的不填') : `按规定到${chineseDay(given)}`,
      given === undefined && atMost !== undefined ? `最晚${chineseDay(atMost)}` : '',
      basis ?? '',
    ]
      .filter((line) => line !== '')
      .join('；'),
  }
  return [
    {
      ...{
        name: 'conclusion',
        label: '决定内容',
        type: 'long-text',
        required: true,
        least: 2,
        maxLength: 2000,
      },
      hint: '会写进给申请人的决定书',
    },
    ...(none ? [] : [until]),
  ]
}
