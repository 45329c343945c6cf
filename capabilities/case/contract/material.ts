import { Type as T, type Static } from 'typebox'

export const FileView = T.Object({
  id: T.String(),
  name: T.String(),
  size: T.Integer(),
  mediaType: T.String(),
  url: T.String(),
})
export type FileView = Static<typeof FileView>

export const MaterialView = T.Object({
  id: T.String(),
  name: T.String(),
  necessity: T.Enum(['required', 'conditional', 'tolerable']),
  requirement: T.String(),
  when: T.Optional(T.String()),
  fromForm: T.Boolean(),
  /** The window looks it up by itself (数据共享): nobody hands it in. */
  shared: T.Optional(T.Boolean()),
  /** Whether the answers of the form make a conditional paper necessary; absent where only `when` can say so. */
  applies: T.Optional(T.Boolean()),
  /** What the clerk found; `unchecked` until then. */
  verdict: T.Enum(['unchecked', 'ok', 'missing', 'defective', 'not-applicable']),
  note: T.Optional(T.String()),
  paperOriginals: T.Integer(),
  paperCopies: T.Integer(),
  files: T.Array(FileView),
  /** Ids of those files that came in since the last notice; told to officers only. */
  fresh: T.Optional(T.Array(T.String())),
  /** Versions the applicant has replaced since: they count no more and can be looked at. */
  earlier: T.Optional(
    T.Array(
      T.Object({
        /** The day a later version took its place. */
        on: T.String(),
        paperOriginals: T.Integer(),
        paperCopies: T.Integer(),
        files: T.Array(FileView),
      }),
    ),
  ),
})
export type MaterialView = Static<typeof MaterialView>

/** A checklist line as the clerk leaves it. */
export const ChecklistLine = T.Object(
  {
    material: T.String({ minLength: 1, maxLength: 60 }),
    verdict: T.Enum(['ok', 'missing', 'defective', 'not-applicable']),
    note: T.Optional(T.String({ maxLength: 300 })),
  },
  { additionalProperties: false },
)
export type ChecklistLine = Static<typeof ChecklistLine>
