/** What hangs in public now, as anybody may read it; nothing in it leads to a person, a number or a case. */
export type PublicNotice = PublicityNotice | HearingNotice

interface Hung {
  /** Of the paper that hangs in the village, so that a line can be linked to. */
  id: string
  item: string
  body: string
  /** 张某, or the firm's name. */
  applicant: string
  basis: string
  /** Where objections and questions go. */
  enquiryPhone: string
  complaintPhone: string
}

/** What is about to be decided (公示), open to objections. */
export interface PublicityNotice extends Hung {
  kind: 'publicity'
  text: string
  where: string
  from: string
  until: string
}

/** A hearing anybody may attend (听证公告). */
export interface HearingNotice extends Hung {
  kind: 'hearing'
  day: string
  time: string
  place: string
}
