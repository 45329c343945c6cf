import { Type as T, type Static } from 'typebox'

const text = (maxLength: number) => T.String({ minLength: 1, maxLength })
const key = T.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 })
const closed = { additionalProperties: false } as const

/** What happens in a life or a business (主题场景), in people's own words. */
export const Scene = T.Object(
  {
    /** Stands in the address of its page. */
    key,
    /** A line of a phone has room for so much. */
    title: text(14),
    who: T.Enum(['person', 'firm']),
    /** What people call it at the counter by item, the most wanted first. An item the area does not have is not shown. */
    wanted: T.Record(T.String(), text(14)),
    /** Wanted in another scene and needed in this one as well. */
    also: T.Optional(T.Array(key, { maxItems: 20 })),
    /** Scenes of the catalogue (主题) that belong here: a newly published matter finds its place by itself. */
    topics: T.Array(text(30), { maxItems: 30 }),
  },
  closed,
)
export type Scene = Static<typeof Scene>

/** A step of an undertaking: its matters, with what makes each of them the right one. */
const UndertakingStep = T.Object(
  {
    title: text(40),
    ways: T.Record(T.String(), T.Array(text(100), { maxItems: 6 })),
    /** Who may leave the step out, or what to do when one does not know which way is one's own. */
    note: T.Optional(text(200)),
    /** 工作规程: who does what at this step, and what goes to the next one. */
    procedure: T.Optional(
      T.Object(
        { by: text(100), does: T.Array(text(200), { minItems: 1, maxItems: 12 }), passesOn: text(200) },
        closed,
      ),
    ),
  },
  closed,
)

/** 服务指南 of an undertaking: whom it is for, and what one has in the end; its papers and limits come from its items. */
export const UndertakingGuide = T.Object(
  { who: text(200), result: text(200), notes: T.Optional(T.Array(text(200), { maxItems: 8 })) },
  closed,
)

/** What people set out to do (一件事) and which papers it takes, in the order one does them. */
export const Undertaking = T.Object(
  {
    ...{ key, title: text(20), steps: T.Array(UndertakingStep, { minItems: 2, maxItems: 12 }) },
    guide: T.Optional(UndertakingGuide),
  },
  closed,
)
export type Undertaking = Static<typeof Undertaking>

/** What people say (俗称) for what a matter is called. */
export const Saying = T.Object(
  {
    said: T.Array(text(20), { minItems: 1, maxItems: 60 }),
    means: text(40),
    reason: text(100),
    source: text(100),
  },
  closed,
)
export type Saying = Static<typeof Saying>

/** `scenes.json`, of all packs (`packs/base`) and of one: what has the same key replaces, what is new comes last. */
export const ScenesFile = T.Object(
  {
    source: T.Optional(text(300)),
    scenes: T.Optional(T.Array(Scene, { maxItems: 60 })),
    undertakings: T.Optional(T.Array(Undertaking, { maxItems: 60 })),
    /** What people ask first (别人常这样问), in their own words; a pack's own instead of those of all packs. */
    asked: T.Optional(T.Array(text(14), { minItems: 1, maxItems: 8 })),
    /** Keys of the base that this area does not show. */
    leaveOut: T.Optional(T.Array(key, { maxItems: 60 })),
  },
  closed,
)
export type ScenesFile = Static<typeof ScenesFile>

/** `sayings.json` of a pack: what is said in this area beside what is said everywhere. */
export const SayingsFile = T.Array(Saying, { maxItems: 500 })

/** How people of an area find their way to its matters. */
export interface Navigation {
  scenes: readonly Scene[]
  undertakings: readonly Undertaking[]
  sayings: readonly Saying[]
  asked?: readonly string[]
}
