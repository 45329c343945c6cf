/** What hangs in public now, as anybody may read it; nothing in it leads to a person or to the number of a case. */
export type PublicNotice = PublicityNotice | HearingNotice

interface Hung {
  /** Of the paper that hangs in the village, so that a line can be linked to. */
  id: string
  /** 公示编号: by it the office finds the case, and two people of one name are told apart. */
  number: string
  item: string
  body: string
  /** The town or street the matter falls to. */
  town?: string
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

/** What somebody said online of what is about to be decided (公示异议), as they read it themselves: the receipt, and what came of it. */
export interface ObjectionView {
  id: string
  /** 回执编号: that of the notice, with the how-manieth objection to it. */
  number: string
  item: string
  body: string
  town?: string
  /** Who applied, as the notice names them. */
  applicant: string
  at: string
  text: string
  /** Name and contact that were left; nothing when it was said without a name. */
  from?: string
  contact?: string
  /** What it was found to be, and when. */
  answer?: { upheld: boolean; day: string }
  enquiryPhone: string
  complaintPhone: string
}

/** A hearing anybody may attend (听证公告). */
export interface HearingNotice extends Hung {
  kind: 'hearing'
  day: string
  time: string
  place: string
}
