import { anyOf, choice, lines, number, optional, several, text, type PartForm } from '../field.ts'
import { fieldWords as words } from '../field-words.ts'
import { moreWords } from './words.ts'

export const conditions = (): PartForm => ({
  fields: [lines('/conditions', words.conditions), lines('/notAccepted', words.notAccepted, false)],
  lines: [],
})

/** 地点和方式: where it is handed in, how the result comes back, and whom to ask. */
export const places = (): PartForm => ({
  fields: [
    ...(['hall', 'centre', 'station'] as const).map((tier) =>
      choice(`/entryModes/${tier}`, words.entries[tier], words.entryModes, {
        ...{ ...optional, none: words.notOffered },
      }),
    ),
    several('/handleTypes', words.ways, words.handleTypes),
    several('/delivery', words.delivery, words.deliveries),
    anyOf('/onlineDepth', moreWords.onlineDepth, moreWords.depths),
    number('/visits', words.visits),
    text('/visitReason', words.visitReason, 300, optional),
    text('/enquiryPhone', words.enquiry, 40),
    text('/complaintPhone', words.complaint, 40),
  ],
  lines: [],
})
