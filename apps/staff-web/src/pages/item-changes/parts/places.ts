import { choice, lines, number, optional, several, text, type ItemLines, type PartForm } from '../field.ts'
import { fieldWords as words } from '../field-words.ts'

export const conditions = (): PartForm => ({
  fields: [lines('/conditions', words.conditions), lines('/notAccepted', words.notAccepted, false)],
  lines: [],
})

/** 地点和方式: where it is handed in, how the result comes back, and whom to ask. */
export const places = (): PartForm => ({
  fields: [
    ...(['hall', 'centre', 'station'] as const).map((tier) =>
      choice(`/entryModes/${tier}`, words.entries[tier], words.entryModes, optional),
    ),
    several('/handleTypes', words.ways, words.handleTypes),
    several('/delivery', words.delivery, words.deliveries),
    number('/visits', words.visits),
    text('/visitReason', words.visitReason, 300, optional),
    text('/enquiryPhone', words.enquiry, 40),
    text('/complaintPhone', words.complaint, 40),
  ],
  lines: [],
})

export const questions = (): PartForm => ({ fields: [], lines: [FAQ, ERRORS] })

const FAQ: ItemLines = {
  ...{ at: '/faq', title: words.faq, one: words.question },
  fields: (at) => [text(`${at}/question`, words.asked, 300), text(`${at}/answer`, words.answer, 1000)],
  blank: () => ({ question: '', answer: '' }),
}

const ERRORS: ItemLines = {
  ...{ at: '/guide/commonErrors', title: words.errors, one: words.error, optional: true },
  fields: (at) => [text(`${at}/wrong`, words.wrong, 300), text(`${at}/right`, words.right, 300)],
  blank: () => ({ wrong: '', right: '' }),
}
