import type { DeliveryMode, FormSchema } from '#capabilities/catalogue/contract.ts'
import type {
  FileView,
  FilingOptions,
  FoundItem,
  PageRefusal,
  PlaceView,
  PostalAddress,
  Reusable,
  Upload,
  Visitor,
} from '../contract.ts'

/** Several applications made together (几件事一起办): one form, and each of them an application of its own. */
export interface TogetherView {
  id: string
  title: string
  /** In the order in which they were chosen. */
  drafts: readonly TogetherDraft[]
  /** Every question once; see `notes` for what was settled between the items. */
  form: FormSchema
  values: Readonly<Record<string, string | readonly string[]>>
  notes: readonly { field: string; text: string }[]
  region?: string
  delivery?: DeliveryMode
  /** Where the results go by post, as far as it is written. */
  postal?: Partial<PostalAddress>
  /** How all of them can be fetched. */
  deliveries: readonly DeliveryMode[]
  /** Each paper once, with everything that asks for it. */
  papers: readonly TogetherPaper[]
  /** Answers of earlier filings, until the person has said whether to take them over. */
  reusable: readonly Reusable[]
  today: string
}

export interface TogetherDraft {
  id: string
  item: string
  itemName: string
  /** Where its papers go; nothing while no village is chosen, or where none takes it. */
  place?: PlaceView
  /** What has changed since it was begun. */
  changes: readonly string[]
  /** Filed already: its number, and no part of the form any more. */
  no?: string
}

export interface TogetherPaper {
  key: string
  name: string
  needed: boolean
  /** Each item's own words for what is right. */
  asks: readonly { draft: string; material: string; itemName: string; standard: string; basis?: string }[]
  /** What lies there, as the first of them holds it. */
  files: readonly FileView[]
}

export interface TogetherServices {
  /** What of a scene can be applied for online. */
  togetherChoices(scene: string): Promise<{ title: string; items: readonly FoundItem[] } | PageRefusal>
  beginTogether(
    visitor: Visitor,
    scene: string,
    items: readonly string[],
  ): Promise<{ id: string } | PageRefusal>
  together(visitor: Visitor, id: string): Promise<TogetherView | PageRefusal>
  saveTogether(
    visitor: Visitor,
    id: string,
    change: {
      values?: Readonly<Record<string, string | readonly string[]>>
      region?: string
      delivery?: DeliveryMode
      postal?: Partial<PostalAddress>
    },
  ): Promise<TogetherView | PageRefusal>
  /** Whether answers of earlier filings are taken over, for all of them at once. */
  reuseTogether(visitor: Visitor, id: string, use: boolean): Promise<TogetherView | PageRefusal>
  /** One file for everything that asks for the paper. */
  uploadTogether(visitor: Visitor, id: string, paper: string, upload: Upload): Promise<void | PageRefusal>
  /** Takes all files of a paper away again. */
  clearTogether(visitor: Visitor, id: string, paper: string): Promise<void | PageRefusal>
  /** Leaves one of them out; its draft stays for itself. */
  leaveOut(visitor: Visitor, id: string, draft: string): Promise<void | PageRefusal>
  /** All of them or none; each gets a number of its own. */
  fileTogether(
    visitor: Visitor,
    id: string,
    options?: FilingOptions,
  ): Promise<{ filed: readonly { no: string; itemName: string }[] } | PageRefusal>
}
